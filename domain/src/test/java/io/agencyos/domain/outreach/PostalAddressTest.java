package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.PostalAddress.Problem;
import io.agencyos.domain.outreach.PostalAddress.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {

    private static PostalAddress at(State state, String postcode) {
        return new PostalAddress("Mia Chen", null, "12 Example Street", null, "Sydney", state, postcode);
    }

    @ParameterizedTest // outreach 12: 2000/NSW ok, 2000/VIC not
    @CsvSource({
        "NSW, 2000, ",
        "VIC, 2000, POSTCODE_OF_ANOTHER_STATE",
        "VIC, 3001, ",
        "ACT, 2600, ",
        "NSW, 2600, POSTCODE_OF_ANOTHER_STATE",
        "NT, 0800, ",
        "TAS, 7000, ",
        "QLD, 9726, ",
        "SA, 200, POSTCODE_INVALID",
        "WA, six, POSTCODE_INVALID"
    })
    void a_postcode_belongs_to_its_state(State state, String postcode, Problem problem) {
        assertThat(at(state, postcode).problem().orElse(null)).isEqualTo(problem);
    }

    @Test // outreach 12: name or company, line 1, suburb
    void an_address_names_somebody_and_a_place() {
        assertThat(new PostalAddress(" ", null, "12 Example Street", null, "Sydney", State.NSW, "2000").problem())
                .contains(Problem.NO_RECIPIENT);
        assertThat(new PostalAddress(null, "Cove", " ", null, "Sydney", State.NSW, "2000").problem())
                .contains(Problem.LINE_MISSING);
        assertThat(new PostalAddress(null, "Cove", "12 Example Street", null, "", State.NSW, "2000").problem())
                .contains(Problem.SUBURB_MISSING);
        assertThat(State.of(" nsw ")).contains(State.NSW);
    }
}
