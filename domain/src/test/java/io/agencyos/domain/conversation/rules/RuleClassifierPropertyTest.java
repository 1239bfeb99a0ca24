package io.agencyos.domain.conversation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleClassifierPropertyTest {

    private static final List<String> VOCABULARY = List.of(
            "not",
            "no",
            "interested",
            "keen",
            "yes",
            "stop",
            "remove",
            "me",
            "call",
            "until",
            "Monday",
            "3",
            "March",
            "back",
            "Jane",
            "Doe",
            "speak",
            "to",
            "?",
            "!!",
            ".",
            ",",
            "\n",
            "we",
            "are",
            "away",
            "email",
            "the",
            "out",
            "of",
            "office",
            "a@b.example",
            "0491 570 156",
            "https://x.example/a",
            "how",
            "much",
            "but",
            "don't",
            "-",
            "2pm",
            "q3",
            "31/12",
            "\ud83d\udc4d",
            "\u00e9",
            "\ufb01");

    private final RuleClassifier classifier = new RuleClassifier();

    @Property
    void any_text_is_read_without_failure_and_always_the_same(@ForAll String text, @ForAll Channel channel) {
        sameAndInRange(text, channel);
    }

    @Property
    void any_mix_of_the_words_that_rules_know_is_read_the_same_way_twice(
            @ForAll("wordSalads") String text, @ForAll Channel channel) {
        sameAndInRange(text, channel);
    }

    @Property
    void a_plain_opt_out_is_honoured_whatever_is_said_around_it(@ForAll("wordSalads") String text) {
        var reply = InboundReply.ofText(Channel.EMAIL, "Unsubscribe me.\n" + text, LabelledReply.RECEIVED);
        Classification read = classifier.classify(reply);

        assertThat(read.flags().optOut()
                        || read.hits().stream().anyMatch(hit -> hit.group().equals("automatic")))
                .as("%s", read)
                .isTrue();
    }

    private void sameAndInRange(String text, Channel channel) {
        var reply = InboundReply.ofText(channel, text, LabelledReply.RECEIVED);
        Classification read = classifier.classify(reply);

        assertThat(new RuleClassifier().classify(reply)).isEqualTo(read);
        assertThat(read.confidence()).isBetween(new BigDecimal("0.10"), new BigDecimal("0.95"));
        assertThat(read.questions()).hasSizeLessThanOrEqualTo(5);
    }

    @Provide
    Arbitrary<String> wordSalads() {
        return Arbitraries.of(VOCABULARY).list().ofMaxSize(60).map(words -> String.join(" ", words));
    }
}
