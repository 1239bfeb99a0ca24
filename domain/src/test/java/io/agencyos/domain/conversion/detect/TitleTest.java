package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

    // CIS E-10
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chief Exec.|CEO",
                "Co-Founder & CEO|CEO",
                "Marketing Director|Marketing Director",
                "Director of Marketing|Marketing Director",
                "Sales Coordinator|Coordinator",
                "VP of Marketing|VP Marketing",
                "Principal|Owner / Founder",
                "Principal Consultant|Principal Consultant",
                "Head of Growth|Head of",
                "Executive Assistant to the CEO|Executive Assistant",
                "Product Owner|Product Owner",
                "Director, Sales & Marketing|Sales Director",
                "Head of Go to Market|Head of",
                "Go to Market Chief|Other C-suite",
                "Vice President Sales|VP Sales",
                "Propriétaire, Co-Founder|Owner / Founder"
            })
    void titles_are_read_by_whole_words(String title, String canonical) {
        assertThat(Title.canonical(title)).contains(canonical);
    }

    // CIS E-10
    @Test
    void an_empty_title_is_missing() {
        assertThat(Title.canonical("")).isEmpty();
        assertThat(Title.canonical(null)).isEmpty();
        assertThat(Title.canonical(" ,- ")).isEmpty();
    }
}
