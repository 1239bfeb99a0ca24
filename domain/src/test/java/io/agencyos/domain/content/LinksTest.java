package io.agencyos.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What counts as a link in a text. Source: content 3.8. */
class LinksTest {

    @Test
    void a_link_has_a_scheme_or_begins_with_www_or_is_a_host_with_a_path() {
        assertThat(Links.in("See https://studio.example/a?b=c, WWW.other.test. and (host.example/path)!\n"
                        + "\"ftp://x.test/y\""))
                .containsExactly(
                        "https://studio.example/a?b=c", "WWW.other.test", "host.example/path", "ftp://x.test/y");
    }

    @Test
    void neither_an_address_nor_the_end_of_a_sentence_is_one() {
        assertThat(Links.in("Write to ana@studio.example/now or ask for 24/7 help. It is raw.e.g. and/or done now."))
                .isEmpty();
        assertThat(Links.in("Anything about bakeries")).isEmpty();
    }

    @Property(tries = 400)
    void looking_where_a_link_may_stand_finds_what_looking_everywhere_finds(@ForAll("texts") String text) {
        List<String> everywhere = Links.LINK
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll("[.,;:!?)\\]]+$", ""))
                .toList();

        assertThat(Links.in(text)).isEqualTo(everywhere);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "W", "www.", "w.", ".", "/", "://", "http", "x.test/", "@", " ", "\n", "\t", "<", "\"",
                        "-", "é", "\u00a0", "?", ")", "1")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
