package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest // vendors/index 6
    @CsvSource(delimiter = '|', textBlock = """
        GET https://api.example/x?api_key=abc&y=1 | GET https://api.example/x?api_key=***&y=1
        Authorization: Bearer abc.def             | Authorization: ***
        bearer abc.def refused                    | Bearer *** refused
        http://user:pass@host.example/            | http://***@host.example/
        mail to a.b+c@x.example failed            | mail to <address> failed
        call +61 491 570 006 failed               | call <number> failed
        status 422 on step 3                      | status 422 on step 3
        """)
    void secrets_and_persons_are_taken_out(String text, String clean) {
        assertThat(Redaction.clean(text)).isEqualTo(clean);
    }
}
