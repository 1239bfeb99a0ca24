package io.agencyos.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.SegmentStatus;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares the enums with {@code vocabulary.csv}, the wire names of the specification's tables, in both directions. */
class VocabularyTest {

    private static final Map<String, List<String>> TABLES = read();

    @TestFactory
    Stream<DynamicTest> every_enum_has_exactly_the_words_of_its_table() {
        Stream<Class<? extends Vocabulary>> enums = Stream.of(
                Channel.class,
                TouchKind.class,
                TouchOrigin.class,
                TouchState.class,
                DeliveryStatus.class,
                EnrolmentState.class,
                LeadStatus.class,
                PoolStatus.class,
                ClaimStatus.class,
                ReleaseReason.class,
                SuppressionReason.class,
                SuppressionLevel.class,
                SuppressionKeyType.class,
                SuppressionSource.class,
                ActivityAction.class,
                CampaignStatus.class,
                PermissionMode.class,
                Role.class,
                Plan.class,
                SubscriptionStatus.class,
                CreditEntryKind.class,
                EnrolmentHold.class,
                AssignmentRefusal.class,
                GateClass.class,
                RunState.class,
                PatternStatus.class,
                SegmentStatus.class,
                WeightsSource.class,
                WeightsStatus.class,
                EventName.class);
        return enums.map(type -> DynamicTest.dynamicTest(
                type.getSimpleName(),
                () -> assertThat(wiresOf(type)).containsExactlyInAnyOrderElementsOf(TABLES.get(type.getSimpleName()))));
    }

    @Test
    void a_word_with_a_placeholder_stands_for_one_word_per_value() {
        assertThat(wiresOf(ActivationProblem.class)).containsExactlyInAnyOrderElementsOf(expanded("ActivationProblem"));
        assertThat(wiresOf(ChannelExclusion.class)).containsExactlyInAnyOrderElementsOf(expanded("ChannelExclusion"));
    }

    @Test
    void stop_reasons_are_the_plain_words_and_one_per_suppression_reason() {
        Stream<StopReason> reasons = Stream.concat(
                Arrays.stream(StopReason.Plain.values()),
                Arrays.stream(SuppressionReason.values()).map(StopReason.Suppressed::new));
        assertThat(reasons.map(StopReason::wire)).containsExactlyInAnyOrderElementsOf(expanded("StopReason"));
    }

    @Test
    void gate_reasons_are_the_codes_of_the_table_without_their_placeholders() {
        var stems = TABLES.get("GateCode").stream()
                .map(code -> code.replaceFirst("_<.*", ""))
                .collect(Collectors.toSet());
        assertThat(wiresOf(GateReason.class)).containsExactlyInAnyOrderElementsOf(stems);
    }

    @Test
    void every_table_of_the_file_is_compared() {
        assertThat(TABLES).hasSize(34).doesNotContainValue(List.of());
    }

    @Test
    void a_word_of_no_vocabulary_is_not_found() {
        assertThat(Vocabulary.parse(LeadStatus.class, "IN_SEQUENCE")).isEmpty();
        assertThat(Vocabulary.parse(LeadStatus.class, "in_sequence")).contains(LeadStatus.IN_SEQUENCE);
        assertThat(Vocabulary.parse(EventName.class, "meeting.no_show")).contains(EventName.MEETING_NO_SHOW);
    }

    /** The words of one table, each placeholder replaced by every value that it stands for. */
    static TreeSet<String> expanded(String table) {
        return TABLES.get(table).stream()
                .flatMap(VocabularyTest::expand)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> expand(String word) {
        int from = word.indexOf('<');
        if (from < 0) {
            return Stream.of(word);
        }
        String placeholder = word.substring(from, word.indexOf('>') + 1);
        Stream<String> values = switch (placeholder) {
            case "<channel>" -> wiresOf(Channel.class);
            case "<reason>" -> wiresOf(SuppressionReason.class);
            case "<contact>" -> Stream.of("email", "phone", "linkedin_url", "address");
            default -> throw new IllegalStateException("unknown placeholder in vocabulary.csv: " + placeholder);
        };
        return values.map(value -> word.replace(placeholder, value));
    }

    private static Stream<String> wiresOf(Class<? extends Vocabulary> type) {
        return Arrays.stream(type.getEnumConstants()).map(Vocabulary::wire);
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = VocabularyTest.class.getResourceAsStream("/vocabulary.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.groupingBy(
                            row -> row[0], LinkedHashMap::new, Collectors.mapping(row -> row[1], Collectors.toList())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
