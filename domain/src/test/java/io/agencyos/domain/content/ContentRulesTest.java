package io.agencyos.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.Personalisation.Angle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRulesTest {

    // content E-1
    @ParameterizedTest
    @CsvSource({"lead-42:subject:1, 3, 0", "lead-42:cta:1, 2, 0", "lead-43:subject:1, 3, 2", "lead-43:cta:1, 2, 1"})
    void the_same_words_always_pick_the_same(String seed, int count, int picked) {
        assertThat(DeterministicPick.pick(seed, count)).isEqualTo(picked);
    }

    // content E-1
    @Test
    void a_pick_is_the_first_four_bytes_of_the_hash_without_a_sign() {
        assertThat(DeterministicPick.number("lead-42:subject:1")).isEqualTo(777344463L);
        assertThat(DeterministicPick.number("lead-42:cta:1")).isEqualTo(734905700L);
    }

    // content E-11, E-12, E-13
    @Test
    void the_confidence_of_an_analysis_adds_up_what_it_rests_on() {
        assertThat(Personalisation.confidence(true, true, true, false, false, 3, 1))
                .isEqualTo("0.75");
        assertThat(Personalisation.confidence(true, true, true, true, true, 2, 2))
                .isEqualTo("0.95");
        assertThat(Personalisation.confidence(false, false, false, false, false, 0, 0))
                .isEqualTo("0.30");
    }

    // content 1.7
    @Test
    void angles_come_only_from_facts_held() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        var facts = new Personalisation.Facts(
                Optional.of(today.minusDays(90)),
                true,
                Optional.of(today.minusMonths(5)),
                List.of(new Personalisation.Post(today.minusDays(30), "We need more leads and a better budget")),
                Set.of("HubSpot"),
                "trades",
                true,
                false,
                false,
                false);

        var personalisation = Personalisation.of(facts, Set.of("HubSpot set-up"), today);

        assertThat(personalisation.angles()).containsExactly(Angle.values());
        assertThat(personalisation.painPoints())
                .startsWith(new Personalisation.Pain("leads", false), new Personalisation.Pain("cost", false));
        assertThat(personalisation.painPoints())
                .filteredOn(Personalisation.Pain::assumed)
                .hasSizeBetween(2, 5);
        assertThat(personalisation.confidence()).isEqualTo("0.75");
    }

    // content 1.7
    @Test
    void what_is_a_day_too_old_is_no_angle_and_assumed_pain_points_raise_no_confidence() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        var facts = new Personalisation.Facts(
                Optional.of(today.minusDays(91)),
                false,
                Optional.of(today.minusMonths(6)),
                List.of(),
                Set.of(),
                "trades",
                false,
                false,
                false,
                false);

        var personalisation = Personalisation.of(facts, Set.of("SEO"), today);

        assertThat(personalisation.angles()).isEmpty();
        assertThat(personalisation.painPoints()).isNotEmpty().allMatch(Personalisation.Pain::assumed);
        assertThat(personalisation.confidence()).isEqualTo("0.30");
    }

    // content E-24
    @ParameterizedTest
    @CsvSource({
        "CEO, construction, false, PROFESSIONAL",
        "'', construction, false, DIRECT",
        "Marketing Manager, legal, false, FRIENDLY",
        "'', '', false, FRIENDLY",
        "'', '', true, DIRECT",
        "'', local government, false, FORMAL"
    })
    void the_tone_follows_title_then_industry_then_heat(String title, String industry, boolean hot, Tone tone) {
        assertThat(Tone.of(Optional.empty(), title, industry, hot)).isEqualTo(tone);
        assertThat(Tone.of(Optional.of(Tone.CASUAL), title, industry, hot)).isEqualTo(Tone.CASUAL);
    }

    // content E-25
    @Test
    void first_name_company_and_industry_make_three_quarters_of_a_personal_text() {
        var dana = new PersonalisationScore.Person("Dana", "Whitfield", "Smile Clinic", "Practice Owner", "dental");

        assertThat(PersonalisationScore.of("Hi Dana, dental businesses like Smile Clinic", dana))
                .isEqualTo("0.75");
        assertThat(PersonalisationScore.of("Dana Whitfield, owner of Smile Clinic, dental", dana))
                .isEqualTo("1.00");
        assertThat(PersonalisationScore.of("Hello", dana)).isEqualTo("0.00");
    }

    // content E-31, outreach 9.2
    @ParameterizedTest
    @CsvSource({
        "a, 160, '', 1",
        "a, 161, '', 2",
        "a, 306, '', 2",
        "a, 307, '', 3",
        "€, 80, '', 1",
        "€, 81, '', 2",
        "a, 69, ’, 1",
        "a, 70, ’, 2",
        "a, 159, €, 2",
        "'\uD83D\uDE00', 35, '', 1",
        "'\uD83D\uDE00', 36, '', 2",
        "a, 70, '\uD83D\uDE00', 2"
    })
    void a_text_message_is_counted_as_the_network_counts(String unit, int times, String tail, int segments) {
        assertThat(SmsLength.of(unit.repeat(times) + tail).segments()).isEqualTo(segments);
    }

    // content E-32
    @Test
    void the_hour_of_sending_is_the_leads_own() {
        assertThat(LocalSendTime.of(Instant.parse("2026-02-18T22:30:00Z"), ZoneId.of("Australia/Perth")))
                .isEqualTo(new LocalSendTime(3, 6));
    }

    // CIS 3.1
    @Test
    void a_keyword_belongs_to_one_category_and_counts_as_a_whole_word() {
        assertThat(PainPoint.in("Our growth stalls")).containsExactly(PainPoint.SCALING);
        assertThat(PainPoint.in("We run mysql")).isEmpty();
        assertThat(PainPoint.in("They gain market share")).containsExactly(PainPoint.COMPETITION);
    }

    // content 3.9, CIS 3.1
    @Test
    void a_finished_text_tells_its_own_features() {
        var features = ContentFeatures.of(
                MessageText.email(
                        "Quick question, Dana",
                        "Hi Dana,\n\n"
                                + "More leads? See https://brightdigital.example/x.\n\n"
                                + "Open to a quick chat next week?"),
                "Dana",
                "Smile Clinic",
                true);

        assertThat(features.subjectWordCount()).isEqualTo(3);
        assertThat(features.wordCount()).isEqualTo(13);
        assertThat(features.links()).containsExactly("https://brightdigital.example/x");
        assertThat(features.painPoints()).containsExactly(PainPoint.LEADS);
        assertThat(features.cta()).contains(CallToAction.OPEN_TO_A_QUICK_CHAT);
        assertThat(features.questionCount()).isEqualTo(2);
        assertThat(features.hasQuestion()).isTrue();
        assertThat(features.subjectPatterns())
                .containsExactlyInAnyOrder(
                        SubjectPattern.QUICK_QUESTION, SubjectPattern.PERSONALIZED, SubjectPattern.SHORT);
        assertThat(features.sms()).isEmpty();
    }

    // CIS 3.1
    @ParameterizedTest
    @CsvSource({
        "Dana - an idea for you, NAME_DASH", "RE: our talk, REPLY_STYLE", "Thoughts on your site?, ENDS_QUESTION",
        "Hello Dana, CASUAL_GREETING", "One two three four five six seven, LONG", "One two three four, MEDIUM"
    })
    void a_subject_line_has_its_patterns(String subject, SubjectPattern pattern) {
        assertThat(SubjectPattern.of(subject, "Dana", "Smile Clinic", false)).contains(pattern);
    }

    // CIS 3.1
    @ParameterizedTest
    @CsvSource({
        "Worth 15 minutes?, TIME_SPECIFIC",
        "Thoughts?, QUESTION",
        "Let me know, PASSIVE",
        "Coffee chat?, CASUAL",
        "Happy to share more, VALUE_OFFER",
        "Shall we book a time?, DIRECT_ASK"
    })
    void the_first_phrase_names_the_call_to_action(String text, CallToAction.Type type) {
        assertThat(CallToAction.in(text)).map(CallToAction::type).contains(type);
        assertThat(CallToAction.in("Many thoughts on this")).isEmpty();
    }
}
