package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The vendors' files, Beyond "drift alarm": words of a closed list wherever they stand, and answers that cannot be read. */
class WordCountsTest {

    private static final WireWords WORDS =
            WireWords.NONE.with("status", "active", "Sent").with("kind", word -> word.length() == 1);

    private final WordCounts counts = new WordCounts();

    private static JsonNode json(String text) {
        return JsonCodec.MAPPER.readTree(text);
    }

    @Test
    void a_word_that_is_not_of_the_contract_is_strange_wherever_it_stands() {
        counts.read(
                "postbox",
                WORDS,
                json(
                        "{\"status\":\"SENT\",\"data\":[{\"status\":\"purple\",\"other\":\"x\"},{\"kind\":\"a\",\"status\":null}]}"));
        counts.read("postbox", WORDS, json("[{\"status\":{\"kind\":\"bb\"}},{\"status\":7},{\"status\":\"\"}]"));

        assertThat(counts.taken()).containsExactly(new VendorHttp.Words("postbox", 2 + 3 + 3, 3, "status=7"));
        assertThat(counts.taken()).as("counted once").isEmpty();
    }

    @Test
    void an_answer_that_cannot_be_read_is_strange_and_each_vendor_is_its_own() {
        counts.unreadable("postbox");
        counts.read("other", WireWords.NONE, null);

        assertThat(counts.taken())
                .containsExactly(
                        new VendorHttp.Words("other", 1, 0, null),
                        new VendorHttp.Words("postbox", 1, 1, "an answer that is not what the contract says"));
    }
}
