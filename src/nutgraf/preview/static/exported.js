// The page as a file: the frames fitted, the words marked.

import { dressFrames } from "./frame.js";

addEventListener("load", dressFrames);
dressFrames();
