package io.agencyos.application.client.staff;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.KeptFreeMail;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Staff sets what holds for the whole platform. Whether it is under maintenance is asked with every request, so the answer
 * is remembered for a few seconds; another process learns of it then, and of the other settings with it. Source: api 9.17 {@code P/settings}.
 */
@PrimaryPort
public final class KeepPlatformRules {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int LONGEST_MESSAGE = 500;
    private static final int MOST_DOMAINS = 500;
    private static final UUID PLATFORM = new UUID(0, 0);

    private final PlatformRulebook book;
    private final StaffTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final KeptFreeMail freeMail;
    private volatile @Nullable Known known;

    private record Known(PlatformRules.Maintenance maintenance, Instant until) {}

    /** @param freeMail what is told of domains that staff adds */
    public KeepPlatformRules(
            PlatformRulebook book, StaffTrail trail, UnitOfWork units, ClockPort clock, KeptFreeMail freeMail) {
        this.freeMail = freeMail;
        this.book = book;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Kept(PlatformRules rules) implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {

            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code version_conflict}. */
        record Stale(int version) implements Outcome {}
    }

    public PlatformRules show() {
        PlatformRules rules = units.readingPlatform(book::read);
        freeMail.add(rules.freeMail());
        return rules;
    }

    /** What another process has set meanwhile holds in this one too; for whoever looks from time to time. */
    public void lookAgain() {
        known = new Known(show().maintenance(), clock.now().plus(REMEMBERED));
    }

    public Outcome change(UserId staff, PlatformRules wanted, Origin origin) {
        List<FieldProblem> problems = problems(wanted);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Outcome outcome = units.onPlatform(() -> changed(staff, wanted, origin));
        lookAgain();
        return outcome;
    }

    private static List<FieldProblem> problems(PlatformRules wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        Money largest = Arrays.stream(Plan.values())
                .map(plan -> plan.terms().aiBudgetPerDay())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (wanted.aiPerDay().compareTo(largest) < 0) {
            problems.add(FieldProblem.of(
                    "ai_daily_limit_cents", "out_of_range", "It may not be below the allowance of the largest plan."));
        }
        if (wanted.maintenance().message().length() > LONGEST_MESSAGE) {
            problems.add(
                    FieldProblem.of("maintenance_mode/message", "too_long", "A message has at most 500 characters."));
        }
        if (wanted.freeMail().size() > MOST_DOMAINS) {
            problems.add(FieldProblem.of("free_mail_domains", "too_many", "At most 500 domains are added."));
        }
        return problems;
    }

    private Outcome changed(UserId staff, PlatformRules wanted, Origin origin) {
        PlatformRules before = book.read();
        if (before.version() != wanted.version()) {
            return new Outcome.Stale(before.version());
        }
        Map<String, Change> changes = changes(before, wanted);
        if (changes.isEmpty()) {
            return new Outcome.Kept(before);
        }
        PlatformRules after = book.write(wanted, staff);
        trail.write(staff, AuditAction.UPDATE, null, "platform_setting", PLATFORM, changes, origin);
        return new Outcome.Kept(after);
    }

    private static Map<String, Change> changes(PlatformRules before, PlatformRules after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(
                changes,
                "ai_daily_limit_cents",
                before.aiPerDay().cents(),
                after.aiPerDay().cents());
        put(changes, "voice_floor", before.floors().voice(), after.floors().voice());
        put(changes, "sms_floor", before.floors().sms(), after.floors().sms());
        put(changes, "mail_floor", before.floors().mail(), after.floors().mail());
        put(
                changes,
                "maintenance",
                before.maintenance().on(),
                after.maintenance().on());
        put(
                changes,
                "maintenance_message",
                before.maintenance().message(),
                after.maintenance().message());
        put(changes, "free_mail_domains", names(before), names(after));
        put(
                changes,
                "audit_retention_days",
                before.audit().days(),
                after.audit().days());
        put(
                changes,
                "alert_email",
                said(before.alerts().mail(), EmailAddress::value),
                said(after.alerts().mail(), EmailAddress::value));
        if (!Objects.equals(before.alerts().chat(), after.alerts().chat())) {
            changes.put(
                    "slack_webhook_url",
                    new Change(
                            said(before.alerts().chat(), WebhookUrl::host),
                            said(after.alerts().chat(), WebhookUrl::host)));
        }
        return changes;
    }

    private static String names(PlatformRules rules) {
        return rules.freeMail().stream().map(DomainName::value).collect(Collectors.joining(", "));
    }

    /** Of an address that lets whoever knows it write there, the log gets the host. */
    private static <T> String said(@Nullable T value, Function<T, String> name) {
        return value == null ? "" : name.apply(value);
    }

    private static void put(Map<String, Change> changes, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.put(field, new Change(before.toString(), after.toString()));
        }
    }

    /** What clients are told while the platform is under maintenance; empty while it is not. */
    public Optional<String> maintenance() {
        Known last = known;
        Instant now = clock.now();
        if (last == null || !now.isBefore(last.until())) {
            last = new Known(show().maintenance(), now.plus(REMEMBERED));
            known = last;
        }
        return last.maintenance().on() ? Optional.of(last.maintenance().message()) : Optional.empty();
    }
}
