"""When a brief goes: its time, the crontab and the timer that look, and who watches them."""
