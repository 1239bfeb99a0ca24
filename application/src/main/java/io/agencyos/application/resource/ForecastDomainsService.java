package io.agencyos.application.resource;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.BounceForecast;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two reads for all of a client's domains; each client is a source of alerts of its own. */
final class ForecastDomainsService implements ForecastDomains {

    private static final String KIND = "resource_forecast:";
    private static final String RETIREMENT = "resource_retirement:";
    private static final String STANDBY = "resource_standby:";
    private static final int DAYS = BounceForecast.DAYS + BounceForecast.WINDOW - 1;

    private final SendingDomains domains;
    private final Alerts alerts;
    private final ClockPort clock;

    ForecastDomainsService(SendingDomains domains, Alerts alerts, ClockPort clock) {
        this.domains = domains;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public int forecast(ClientId client) {
        Instant now = clock.now();
        LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1);
        Map<ResourceId, Map<LocalDate, Mail>> mail = domains.mailByDay(client, first);
        List<String> foreseen = new ArrayList<>();
        List<String> proposed = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        List<SendingDomain> known = domains.ofClientForUpdate(client);
        boolean standby = known.stream().anyMatch(domain -> domain.standsBy(now));
        for (SendingDomain domain : known) {
            BounceForecast forecast = BounceForecast.of(days(mail.getOrDefault(domain.id(), Map.of()), first));
            forecast.daysToCritical().ifPresent(days -> {
                Alert alert = alert(domain, forecast, days, now);
                alerts.raise(alert);
                foreseen.add(alert.fingerprint());
            });
            if (domain.proposedForRetirement(now)) {
                Alert alert = retirement(domain, now);
                alerts.raise(alert);
                proposed.add(alert.fingerprint());
            }
            if (domain.stopped() && !standby) {
                Alert alert = alone(domain, now);
                alerts.raise(alert);
                alone.add(alert.fingerprint());
            }
        }
        alerts.resolveOthers(KIND + client.text(), foreseen, now);
        alerts.resolveOthers(RETIREMENT + client.text(), proposed, now);
        alerts.resolveOthers(STANDBY + client.text(), alone, now);
        return foreseen.size();
    }

    private static List<Mail> days(Map<LocalDate, Mail> mail, LocalDate first) {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> mail.getOrDefault(first.plusDays(day), Mail.NONE))
                .toList();
    }

    private static Alert retirement(SendingDomain domain, Instant now) {
        return Alert.of(
                RETIREMENT + domain.clientId().text() + ":" + domain.id().text(),
                Alert.Severity.WARNING,
                RETIREMENT + domain.clientId().text(),
                domain.clientId(),
                "A domain has been critical for a week: retire it, and give the client another one.",
                Map.of("domain", domain.name().value(), "critical_since", String.valueOf(domain.criticalSince())),
                now);
    }

    /** After five days its leads would be written to from another domain that is warm; there is none. */
    private static Alert alone(SendingDomain domain, Instant now) {
        return Alert.of(
                STANDBY + domain.clientId().text() + ":" + domain.id().text(),
                Alert.Severity.WARNING,
                STANDBY + domain.clientId().text(),
                domain.clientId(),
                "A domain is paused and no warm one of the client can take its threads over: give the client another"
                        + " one.",
                Map.of("domain", domain.name().value(), "paused_since", String.valueOf(domain.stoppedSince())),
                now);
    }

    private static Alert alert(SendingDomain domain, BounceForecast forecast, int days, Instant now) {
        return Alert.of(
                KIND + domain.clientId().text() + ":" + domain.id().text(),
                Alert.Severity.WARNING,
                KIND + domain.clientId().text(),
                domain.clientId(),
                "A domain will bounce too much within a week: buy its replacement now.",
                Map.of(
                        "domain",
                        domain.name().value(),
                        "days",
                        Integer.toString(days),
                        "bounces_per_million",
                        Long.toString(forecast.today())),
                now);
    }
}
