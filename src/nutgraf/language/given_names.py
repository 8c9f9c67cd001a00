"""Common given names, by which a `she` or a `he` rules out whom it does not stand for.

The most common names of women and of men in the United States census of 1990 and the baby-name
lists of the Social Security Administration since (both public domain), names of both left out.
"""

from __future__ import annotations

_WOMEN = """
mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty
helen sandra donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia
angela melissa brenda amy anna rebecca virginia kathleen pamela martha debra amanda stephanie
carolyn christine marie janet catherine frances ann anne joyce diane alice julie heather teresa
doris gloria evelyn cheryl mildred katherine joan ashley judith rose janice nicole judy
christina kathy theresa beverly denise tammy irene jane lori rachel marilyn andrea kathryn louise
sara jacqueline wanda bonnie julia ruby lois tina phyllis norma paula diana annie lillian emily
peggy crystal gladys rita dawn connie florence edna tiffany carmen rosa cindy grace wendy
victoria edith sherry sylvia josephine thelma sheila ethel ellen elaine marjorie carrie
charlotte monica esther pauline emma juanita anita rhonda hazel amber eva debbie april clara
lucille joanne eleanor valerie danielle megan alicia suzanne michele gail bertha darlene
veronica jill erin geraldine lauren cathy joann lorraine sally regina erica beatrice dolores
bernice audrey yvonne annette samantha hillary melania olivia sophia isabella mia amelia harper
abigail ella madison hannah claire chloe zoe lucy molly fiona priya fatima aisha nadia elena kate
katie meg theresa angela nicola kristi kirsten ingrid greta
"""
WOMEN = frozenset(_WOMEN.split())

_MEN = """
james john robert michael william david richard charles joseph thomas christopher daniel paul mark
donald george kenneth steven edward brian ronald anthony kevin jason matthew gary timothy jose
larry jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick
peter harold douglas henry carl arthur ryan roger joe juan jack albert jonathan justin gerald keith
samuel willie ralph lawrence nicholas roy benjamin bruce brandon adam harry fred wayne billy steve
louis jeremy aaron randy howard eugene carlos russell bobby victor martin ernest phillip todd craig
alan shawn sean philip chris johnny earl jimmy antonio bryan tony luis mike stanley leonard nathan
dale manuel rodney curtis norman allen marvin vincent glenn jeffery travis jeff chad jacob alfred
kyle francis bradley jesus herbert frederick ray joel edwin don eddie ricky troy randall barry
alexander bernard mario leroy francisco marcus micheal theodore clifford miguel oscar jay jim tom
calvin alex jon ronnie bill lloyd tommy leon derek warren darrell jerome floyd leo alvin tim wesley
gordon dean greg jorge dustin pedro derrick dan lewis zachary corey herman maurice vernon roberto
clyde glen hector shane ricardo sam rick lester brent ramon charlie tyler gene marc
reginald ruben brett angel nathaniel rafael edgar milton raul ben chester cecil duane franklin
andre elmer brad gabriel ron mitchell roland arnold harvey jared adrian karl cory claude erik darryl
barack joe elon vladimir boris emmanuel nigel ian graham trevor liam noah ethan mohammed muhammad
ahmed ali ibrahim omar sergei ivan hans jürgen pierre jean-claude dante brendan
"""
MEN = frozenset(_MEN.split()) - WOMEN
