package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.TextAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever asks the DNS has to tell apart. */
public abstract class TextRecordsContract {

    protected abstract TextRecords records();

    /** From now on the name has these texts. */
    protected abstract void publish(String name, String... texts);

    /** From now on nobody answers. */
    protected abstract void fallSilent();

    @Test
    void the_texts_of_a_name_are_told_whole() {
        String key = "v=DKIM1; k=rsa; p=" + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A".repeat(12);
        publish("one.example", "v=spf1 include:_spf.mail.example ~all");
        publish("two.example", "a \"quoted\" word", "path\\with", "");
        publish("s1._domainkey.one.example", key);

        assertThat(records().of("one.example")).isEqualTo(texts("v=spf1 include:_spf.mail.example ~all"));
        assertThat(records().of("two.example"))
                .isInstanceOfSatisfying(
                        TextAnswer.Texts.class,
                        found -> assertThat(found.texts())
                                .containsExactlyInAnyOrder("a \"quoted\" word", "path\\with", ""));
        assertThat(records().of("s1._domainkey.one.example")).isEqualTo(texts(key));
    }

    @Test // RFC 8020: below a name that does not exist is nothing; a name above an existing one exists
    void a_name_without_texts_is_another_thing_than_no_name() {
        publish("s1._domainkey.three.example", "v=DKIM1; p=abc");

        assertThat(records().of("_domainkey.three.example")).isEqualTo(texts());
        assertThat(records().of("_dmarc.three.example")).isEqualTo(new TextAnswer.NoSuchName());
    }

    @Test
    void silence_is_no_answer() {
        publish("four.example", "v=spf1 -all");
        fallSilent();

        assertThat(records().of("four.example")).isEqualTo(new TextAnswer.NoAnswer());
    }

    private static TextAnswer texts(String... texts) {
        return new TextAnswer.Texts(List.of(texts));
    }
}
