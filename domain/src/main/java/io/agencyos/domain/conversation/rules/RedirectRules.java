package io.agencyos.domain.conversation.rules;

import static io.agencyos.domain.conversation.rules.Rule.clause;

import java.util.List;

/** The rules that find a wrong person and a referral to somebody else. Source: content 4.4. */
final class RedirectRules {

    static final List<Rule> WRONG_PERSON = List.of(
            clause(3, "wrong (person|number|email|address|contact|company|department)"),
            clause(3, "no longer (work|works|working|with|employed|at|in)"),
            clause(3, "(has|have) left (the|our|this) (company|business|organisation|team|firm)"),
            clause(3, "do not work (for|at|there|here|with)"),
            clause(3, "i (left|have left|retired|moved on) ~3 (company|role|business|year|month|months|ago|from)"),
            clause(3, "passed away|deceased"),
            clause(3, "(am|is|are) not the (right|best|correct|appropriate) (person|contact|one)"),
            clause(3, "has left"),
            clause(3, "i am retired"),
            clause(3, "is not ~2 (phone|number|mobile|email)"),
            clause(3, "(got|have) (us|me) (confused|mixed)"),
            clause(3, "wrong NAME"),
            clause(3, "(only|just) [a|the] (receptionist|admin|assistant)"),
            clause(2, "(do not|is not something i|is not something we) (handle|deal with|look after|manage)"),
            clause(2, "do not make (these|the|those) (decisions|calls)"),
            clause(2, "not my (area|department|role|responsibility|decision|call)"),
            clause(2, "never heard of"));

    static final Rule NAMED_AFTER_VERB = clause(
                    3,
                    "°(VERB|ask|ask for|speaking|talking|chatting|contacting|[best] person is|direct ~2|copied"
                            + "|looping [in]) [to|with|in|for] NAME")
            .notAfter("a", "the", "your", "my", "our", "this", "in", "by");

    static final Rule NAMED_BEFORE_VERB = clause(
            3,
            "°NAME (handles|looks after|manages|runs|heads|is [now] (responsible for|in charge of)"
                    + "|is the (right|best) (person|contact)|does (our|the|all)|makes these|would be (the|your)"
                    + "|has taken over|who (handles|runs|looks after|manages|makes)"
                    + "|(our|the) ~2 (gm|manager|director|head|coordinator|lead|owner))");

    static final List<Rule> REFERRAL = List.of(
            clause(
                            3,
                            "°(forward|forwarded|forwarding|pass|passed|passing|send|sent|direct|redirect|handed)"
                                    + " (this|it|that|your email|your message|your details) [on|along|through] to")
                    .notBefore("me", "myself", "you", "us"),
            clause(3, "°(ccd|cc d|cc ing|ccing|copying in|looping in)"),
            clause(3, "°(question|one|matter) for (my|our|the) ~2 (colleague|manager|director|team)"),
            clause(
                    3,
                    "°(my|our) ~2 (colleague|manager|director|boss)"
                            + " (deals with|handles|looks after|does|runs|manages)"),
            clause(
                    3,
                    "°VERB [to|with] (my|our|the) ~2 (colleague|manager|director|team|head|coordinator|owner|boss"
                            + "|partner|assistant|department)"),
            clause(3, "°VERB (him|her|them) (on|at) EMAIL"),
            NAMED_AFTER_VERB,
            NAMED_BEFORE_VERB,
            new Rule("somebody else's address", 2, RedirectRules::foreignAddress));

    private RedirectRules() {}

    private static List<Rule.Span> foreignAddress(Reading reading) {
        if (Addresses.firstForeignEmail(reading.text(), reading.reply().knownAddresses())
                .isEmpty()) {
            return List.of();
        }
        return reading.sentences().stream()
                .map(Reading.Sentence::words)
                .filter(words -> words.contains(WordClass.EMAIL_TOKEN))
                .map(words -> {
                    int at = words.lower().indexOf(WordClass.EMAIL_TOKEN);
                    return new Rule.Span(words, at, at + 1);
                })
                .toList();
    }
}
