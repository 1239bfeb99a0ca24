package io.agencyos.adapters.out.dncr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.outreach.wash.WashFiles;
import io.agencyos.application.outreach.wash.WashFilesContract;
import io.agencyos.domain.outreach.PhoneWash.Answer;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit, and what is the register's own: vendors/dncr 1, 3, 5. */
class RegisterFilesTest extends WashFilesContract {

    private static final PhoneNumber NOOR = new PhoneNumber("+61491570156");

    private final RegisterFiles files = new RegisterFiles();

    @Override
    protected WashFiles files() {
        return files;
    }

    @ParameterizedTest // vendors/dncr 3, vendors/dncr test 8
    @CsvSource({
        "+61412345678, 0412345678",
        "+61293744000, 0293744000",
        "+611300123456, 1300123456",
        "+611800160401, 1800160401",
        "+61131234, ''",
        "+64211234567, ''"
    })
    void numbers_are_written_nationally_and_others_are_not_submitted(String e164, String submitted) {
        assertThat(RegisterNumber.of(new PhoneNumber(e164)).orElse("")).isEqualTo(submitted);
    }

    @ParameterizedTest // vendors/dncr 3: what is no E.164 never becomes a number that could be submitted
    @ValueSource(strings = {"+6141234567", "0412345678"})
    void what_is_not_a_whole_number_is_refused_before(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest // vendors/dncr test 6: attribute case; the site writes commas, semicolons or tabs
    @ValueSource(strings = {"0491570156,N", "\"0491570156\";n", "+61491570156\tN ", "0491 570 156,N,2026-03-01"})
    void an_answer_is_read_however_it_is_set(String line) {
        assertThat(files.read(List.of("Number,Result", line)))
                .containsOnlyKeys(NOOR)
                .containsValue(Answer.CLEAN);
    }
}
