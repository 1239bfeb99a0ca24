package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.client.staff.PlatformRules;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for the whole platform, as far as something reads it. Source: api 9.17 {@code P/settings}. */
public final class PlatformSettingsRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String SETTINGS = Route.P + "/settings";
    private static final Settings EXAMPLE = new Settings(
            50_000, "AUD", new Floors(60, 85, 85), new Maintenance(false, ""), List.of("letterbox.example"), 365, 3);

    private final KeepPlatformRules rules;

    public PlatformSettingsRoutes(KeepPlatformRules rules) {
        this.rules = rules;
    }

    /**
     * The lowest scores for the channels that cost money.
     *
     * @param voice the least score for a call, 60 to 100
     * @param sms the least score for a text message, 60 to 100
     * @param mail the least score for a letter, 60 to 100
     */
    public record Floors(
            @Range(min = 60, max = 100) int voice,
            @Range(min = 60, max = 100) int sms,
            @Range(min = 60, max = 100) int mail) {}

    /**
     * Whether clients are kept out, and what they are told.
     *
     * @param enabled whether clients are kept out
     * @param message what people are told meanwhile; null for the product's own words
     */
    public record Maintenance(
            boolean enabled,
            @Nullable @Text(min = 0, max = 500) String message) {}

    /**
     * All of it; {@code version} is what If-Match names.
     *
     * @param channelFloors the least score at which dear channels are used
     * @param freeMailDomains domains of which everybody can have an address, so that they name no company
     * @param auditRetentionDays how many days entries of the audit log are kept
     */
    public record Settings(
            long aiDailyLimitCents,
            String currency,
            Floors channelFloors,
            Maintenance maintenanceMode,
            List<String> freeMailDomains,
            int auditRetentionDays,
            int version) {

        static Settings of(PlatformRules rules) {
            return new Settings(
                    rules.aiPerDay().cents(),
                    "AUD",
                    new Floors(
                            rules.floors().voice(),
                            rules.floors().sms(),
                            rules.floors().mail()),
                    new Maintenance(
                            rules.maintenance().on(), rules.maintenance().message()),
                    rules.freeMail().stream().map(DomainName::value).toList(),
                    rules.audit().days(),
                    rules.version());
        }
    }

    /**
     * All of it, in the place of what was; free-mail domains and days that are left out stay.
     *
     * @param channelFloors the least score at which dear channels are used
     * @param freeMailDomains domains of which everybody can have an address, so that they name no company; null leaves them
     *     as they are
     * @param auditRetentionDays how many days entries of the audit log are kept; null leaves it as it is
     */
    public record NewSettings(
            @Range(min = 0, max = 100_000_000) int aiDailyLimitCents,
            Floors channelFloors,
            Maintenance maintenanceMode,
            @Nullable @Items(max = 500) @Text(max = 253) List<String> freeMailDomains,

            @Nullable @Range(min = AuditRetention.LEAST_DAYS, max = AuditRetention.MOST_DAYS)
            Integer auditRetentionDays) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(SETTINGS, "What holds for the whole platform")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Settings.class, EXAMPLE)
                        .handledBy(call -> shown(rules.show())),
                Route.put(SETTINGS, "Sets what holds for the whole platform")
                        .tag(TAG)
                        .platformAdmin()
                        .ifMatch()
                        .body(
                                NewSettings.class,
                                new NewSettings(
                                        50_000,
                                        EXAMPLE.channelFloors(),
                                        EXAMPLE.maintenanceMode(),
                                        EXAMPLE.freeMailDomains(),
                                        365))
                        .answers(Settings.class, EXAMPLE)
                        .handledBy(this::set));
    }

    private Reply<Settings> set(Call<NewSettings> call) {
        NewSettings body = call.body();
        FieldErrors errors = new FieldErrors();
        List<DomainName> freeMail = freeMail(body, errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors.list());
        }
        String message = body.maintenanceMode().message();
        Integer days = body.auditRetentionDays();
        PlatformRules wanted = new PlatformRules(
                new Money(body.aiDailyLimitCents()),
                new CostFloors(
                        body.channelFloors().voice(),
                        body.channelFloors().sms(),
                        body.channelFloors().mail()),
                new PlatformRules.Maintenance(body.maintenanceMode().enabled(), message == null ? "" : message.strip()),
                freeMail,
                days == null ? rules.show().audit() : new AuditRetention(days),
                call.expectedVersion());
        return switch (rules.change(call.principal().userId(), wanted, call.origin())) {
            case KeepPlatformRules.Outcome.Kept(PlatformRules kept) -> shown(kept);
            case KeepPlatformRules.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case KeepPlatformRules.Outcome.Stale(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
        };
    }

    private List<DomainName> freeMail(NewSettings body, FieldErrors errors) {
        List<String> names = body.freeMailDomains();
        if (names == null) {
            return rules.show().freeMail();
        }
        List<DomainName> read = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            errors.read(
                            "/free_mail_domains/" + i,
                            DomainName.parse(names.get(i)).map(DomainName::withoutWww))
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Reply<Settings> shown(PlatformRules rules) {
        return Reply.ok(Settings.of(rules)).version(rules.version());
    }
}
