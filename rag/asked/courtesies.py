"""What people say before and after a question: greetings, "could you tell me", "please"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.wording import ASKING, AUXILIARY, VOICING

_POLITE = r"(?:please|pls|plz|kindly|possibly|maybe|perhaps|just|quickly|briefly|also|ever)"
# Words that open nothing else.
_ALWAYS = re.compile(
    r"(?:(?:and|but|or|please|pls|plz|kindly|um+|uh+|er+|hmm+|hi|hello|hey|ok|okay|greetings"
    r"|good (?:morning|afternoon"
    r"|evening|day)"
    r"|dear (?:chatbot|assistant|bot|all|sir|madam)|thanks|thank you|excuse me|sorry|oh|yo)"
    r"(?: (?:there|all|everyone|team|bot|chatbot|assistant|again))?(?:[\s,.!:;-]+|$))+"
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|thanks|thank you|thx|cheers|great|ok|okay|good (?:morning|afternoon|evening|day)"
    r"|please|sorry|cool|nice|perfect"
    r"|interesting|wow|got it|i see|excuse me|good|yes|no|right|well)(?:[\s,.!]+(?:very|much|so|a|lot|there"
    r"|all|everyone|again|bot|you|for that|that helps))*"
)
# Words that open a question only before one, or before a comma: "so, …", "now what did …".
_SOMETIMES = re.compile(
    rf"(?:so|well|now|right|actually|also|then|anyway|first(?:ly)?|next|finally|quick question|question|q"
    rf"|alright|all right"
    rf"|and|but|or|plus|again|basically|by the way|btw|for (?:my|the) (?:story|article|report|record|piece"
    rf"|paper)|if (?:possible|you can|i may)"
    rf"|in (?:short|brief|general|your opinion|fact)|one more thing|another question|next question"
    rf"|follow[- ]up|out of curiosity|just curious|curious"
    rf"|to be clear|no|yes|great|fine|cool|perfect|i see|got it|hmm|yeah|yep)(?:\s?[,:;.!–—-]\s*"
    rf"|\s(?={_POLITE}?\s?(?:{ASKING}|{AUXILIARY}|tell me|show me|give me)(?! about)))"
)
_VERB = (
    r"(?:tell|show|inform|remind|give|help|let|find|explain|summari[sz]e|list|describe|outline|provide|get"
    r"|look up|search|check|see"
    r"|clarify|confirm|identify|point|say|know|recap|share|pull up|fetch|retrieve|walk|brief|enlighten"
    r"|compile|collect|dig (?:up|out)|locate|look|pull(?: out| together| up)?|gather|quote|extract|bring up"
    r"|copy"
    r"|print|sum up|spell out|trace|track|go through|look through)"
)
_REQUEST = re.compile(
    rf"(?:(?:(?:can|could|would|will|might|may) (?:you|u|someone|anyone|anybody|i"
    rf"|we)(?: {_POLITE})* (?:be able to |help me (?:to )?|mind |like to )?)(?={_VERB}|ask|have|telling"
    rf"|checking|finding|summari)"
    rf"|i(?:'d| would| do)? (?:really |just |also )?(?:like|love|want|wish|need|have|prefer|am trying"
    rf"|'m trying) (?:you )?to (?=know|{_VERB}|learn|understand|hear|ask|read|verify|be)"
    rf"|i(?:'m| am)? (?:trying|hoping|looking|here|curious|keen|going) to (?=know|{_VERB}|learn|understand"
    rf"|hear|ask|read|verify)"
    rf"|i(?:'m| am| was)? ?(?:just |also )?(?:wonder(?:ing)?|curious|interested|not sure"
    rf"|unsure)(?: to know)?(?: about| in| as to)? (?={ASKING}|if|whether)"
    rf"|(?:do|does|did|would) (?:you|we|u|anyone|anybody|someone) (?:happen to )?(?:know|remember|recall"
    rf"|have any idea|have an idea)(?: about| of)?,? (?={ASKING}|if|whether)"
    rf"|(?:any idea|is it (?:known|clear|recorded|documented|stated)|it is unclear|tell us|i wonder"
    rf"|i need to know|i must know|i ask|may i ask|can i ask|could i ask),? (?={ASKING}|if|whether)"
    rf")"
)
# Requests whose object may be a phrase: "tell me about", "find statements on".
_ASK_FOR = re.compile(
    r"(?:gimme|lemme (?:see|have)"
    r"|(?:tell|show|inform|remind|give|get|find|explain to|describe to|brief|fetch|help"
    r"|let)(?:ing)? (?:me|us)(?: know)?(?: again| more| a bit| something| some| a little"
    r"| exactly| briefly| a summary| an overview| (?:everything|all)(?! (?:that|which|they|he|she|it"
    r"|of)\b))*(?: (?:with|of))?"
    r"|know(?: more| everything| exactly)?|learn(?: more)?|understand|hear(?: more)?|find out(?: more)?"
    r"|ask(?: you| a question)?|see|check|verify|read(?: more)?|look(?:ing)? (?:up|into|for|at)"
    r"|search(?:ing)?(?: for)?|clarify|confirm|identify|pull(?: up| out| together)?|gather|extract|copy|print"
    r"|summari[sz](?:e|ing)|sum up|spell out|trace|track|go through"
    r"|let's (?:have|see|hear)|(?:an? |the )?(?:(?:quick|short|brief|neutral|full|rough|plain)"
    r" )?(?:rundown|run-down"
    r"|round-?up|gist|digest|recap|note)(?: of(?= )|(?= on ))"
    r"|(?:an? |the )?(?:\w+ )?(?:summary|overview|outline|account|picture|sense|idea|impression|breakdown)"
    r"(?: of| about)?(?= (?:what|how|who|where|whether) )|list(?: all| out)?|outline|provide(?:"
    r" me with)?|retrieve|locate|recap|share"
    r"|compile|collect|dig (?:up|out)|describe|explain|compare|find|show|say|have|checking|finding|telling"
    rf"|name(?= (?:\w+ ){{2,5}}(?:who|that|which) (?:\w+ ){{0,2}}?{VOICING})"
    r"|i(?:'m| am)? (?:looking|searching) for|i(?:'m| am) after|i(?:'d| would) (?:like|love"
    r"|appreciate|welcome"
    r"|be (?:obliged|grateful|glad|thankful) for)(?! to\b)|i need|i want|do you have|have you(?:"
    r" got)?|have we got|got"
    r"|is there|are there|i(?:'m| am) (?:interested in|researching|writing about|curious about|working on)"
    r"|what (?:can|could) you (?:tell|show|give) me|what (?:do|can) (?:you|we|u) (?:know|have|find|learn)"
    r"|what(?:'s| is| do we have| have you got| do you have) (?:there )?(?=(?:about|on|regarding) )"
    r"|what(?:'s| is| are) the (?:latest|news|word|record|facts|details|official line)(?= on)"
    r"|how about|what about)(?:[:,]\s?|\s(?!s\b)|$)"
)
_ASIDE = re.compile(
    r",\s(?:if (?:anything|any|at all)|exactly|precisely|specifically|in particular|then"
    r"|please),"
)
_TRUE = re.compile(r"(?:is|was|isn't|wasn't) it (?:true|correct|right|the case|so|fair to say) that ")
_CLOSERS = re.compile(
    r"[\s,;–—-]+(?:please|pls|plz|thanks(?: in advance| a lot| so much)?|thank you(?: very much| so much)?"
    r"|thx|cheers|by any chance|do you know|can you tell me|if (?:any|at all|possible|anything)"
    r"|for me|right|correct|would you|could you|will you|tell me|i wonder|in your (?:documents|collection"
    r"|database|files)|on the record|on record"
    r"|(?<=[,;–—-] )exact (?:quotes?|words|wording)|word for word|verbatim|in (?:full|detail|brief)"
    r"|so far|to date|at any (?:point|time|stage)|exactly"
    r"|again|anywhere|at all|then|and how|though|if you (?:can|know|don't mind))$"
)
# ", nothing else", ", oldest first", ", if she ever gave one": how it is wanted, if there is anything.
_AFTERTHOUGHT = re.compile(
    r",\s(?:nothing (?:else|more)|(?:just |only )?(?:the )?quot(?:es|ations) (?:only|alone|please)"
    r"|(?:oldest|newest|latest|earliest|most recent) first|in (?:chronological |date )?order"
    r"|roughly(?: speaking)?"
    r"|(?:good|positive|pro|for) (?:or|and|as well as) (?:bad|negative|con|against)|(?:any|whichever)"
    r" (?:speaker|year|document)"
    r"|if (?:he|she|they|it|there|anyone|anybody) (?:ever |even )?(?:is|are|was|were|did|does|do|has"
    r"|have|had|said|gave"
    r"|made|spoke|mentioned)"
    r"(?: (?:so|it|any|anything|one|ever|at all|of it|mentioned))*"
    r"|(?:and )?if so,? .*|or am i (?:wrong|mistaken)"
    r"|(?:is|does|did|was|has|have|do|are|were)n't (?:it|they|he|she|there|we|you))$"
)
_EMBEDDED = re.compile(rf"(?:{ASKING}|if|whether)(?![\w'])")


def peeled(line: Line) -> Line:
    """The question without its courtesies."""
    line, asked_for = line.part(0), False
    for _ in range(8):
        before = line.folded
        line = _opened(_closed(line))
        aside = _ASIDE.search(line.folded)
        line = line.without(*aside.span()) if aside else line
        true = _TRUE.match(line.folded)
        if true and true.end() < len(line.folded):
            line = Line("whether ", "whether ").join(line.part(true.end()))
        request = _REQUEST.match(line.folded)
        if request and request.end() < len(line.folded):
            line, asked_for = line.part(request.end()), True
        asking = _ASK_FOR.match(line.folded)
        if asking and asking.end() < len(line.folded) and _may_ask(line, asking, asked_for):
            line, asked_for = line.part(asking.end()), True
        if line.folded == before:
            break
    return line


def is_courtesy(text: str) -> bool:
    """Whether a sentence asks nothing: "Hi!", "Thanks a lot."."""
    return bool(_GREETING.fullmatch(Line.of(text).part(0).folded))


def _opened(line: Line) -> Line:
    for pattern in (_ALWAYS, _SOMETIMES):
        match = pattern.match(line.folded)
        if match and match.end() < len(line.folded):
            line = line.part(match.end())
    return line


def _closed(line: Line) -> Line:
    match = _CLOSERS.search(line.folded) or _AFTERTHOUGHT.search(line.folded)
    return line.part(0, match.start()) if match and match.start() else line


_ASKED_ONLY = frozenset(
    "know learn understand hear see have say ask read got check verify find share show".split()
)
_AUXILIARY_FIRST = re.compile(r"(?:is there|are there|do you have|have you(?: got)?|(?:how|what) about)")


def _may_ask(line: Line, asking: re.Match[str], asked_for: bool) -> bool:
    """Whether the verb asks: "see" and "know" do so only after "I want to" or before a question."""
    words = asking.group().strip(" ,:")
    if words not in _ASKED_ONLY:
        return not _AUXILIARY_FIRST.fullmatch(words)
    phrase_follows = words in ("find", "show") and " " in line.folded
    return asked_for or phrase_follows or bool(_EMBEDDED.match(line.folded, asking.end()))
