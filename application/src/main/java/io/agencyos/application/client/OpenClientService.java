package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Client and twin are written in one platform unit: a client without its twin never exists. */
public final class OpenClientService implements OpenClient {

    private static final ZoneId HOME = ZoneId.of("Australia/Sydney");
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_SLUG = 3;
    private static final int LONGEST_SLUG = 58;
    private static final int NAMESAKES = 9;

    private final Clients clients;
    private final Credits credits;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public OpenClientService(Clients clients, Credits credits, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.clients = clients;
        this.credits = credits;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome open(String text) {
        return units.onPlatform(() -> openInside(text));
    }

    /** As {@link #open}, inside the caller's platform unit. */
    public Outcome openInside(String text) {
        return openInside(text, null);
    }

    /** The same under a slug of its own, which can be a live client's; null makes one of the name. */
    public Outcome openInside(String text, @Nullable String wished) {
        String name = text.strip();
        String slug = wished == null ? slug(name) : wished;
        if (name.length() > LONGEST_NAME || slug.length() < SHORTEST_SLUG) {
            return new Outcome.InvalidName("A name has 1 to 200 characters, at least three of them letters or digits.");
        }
        Optional<Client> known = clients.findBySlug(slug);
        if (known.isPresent()) {
            return new Outcome.Exists(known.get());
        }
        Instant now = clock.now();
        Optional<Client> former = clients.holderOfSlug(slug, now).flatMap(clients::find);
        if (former.isPresent()) {
            return new Outcome.Exists(former.get());
        }
        Client client = client(name, slug, ClientMode.LIVE, null, now);
        insert(client);
        insert(client(name, "test-" + slug, ClientMode.TEST, client.id(), now));
        return new Outcome.Opened(client);
    }

    /** Opens a client of this name or, where there is one, with a number behind it; empty where all of those exist. */
    public Optional<Client> openUnder(String name) {
        return Stream.concat(
                        Stream.of(name), IntStream.rangeClosed(2, NAMESAKES).mapToObj(number -> name + " " + number))
                .map(this::openInside)
                .filter(Outcome.Opened.class::isInstance)
                .map(outcome -> ((Outcome.Opened) outcome).client())
                .findFirst();
    }

    private void insert(Client client) {
        Subscription trial = Subscription.trial(client.id(), BillingPeriod.dayOf(client.createdAt()));
        clients.insert(client, ClientSettings.defaults(client.id()), trial);
        credits.open(
                client.id(),
                trial.plan().terms().leadsPerMonth(),
                trial.periodStart(),
                trial.period().endsAt());
    }

    private Client client(String name, String slug, ClientMode mode, @Nullable ClientId twinOf, Instant now) {
        return new Client(
                new ClientId(ids.next()),
                name,
                slug,
                null,
                null,
                null,
                null,
                HOME,
                Country.AUSTRALIA,
                PermissionMode.CO_PILOT,
                null,
                mode,
                twinOf,
                now,
                null,
                0);
    }

    /** Lower-case words of the name joined by hyphens; a name that begins with "test" is told apart from a twin's. */
    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                plain.length() > LONGEST_SLUG ? plain.substring(0, LONGEST_SLUG).replaceAll("-$", "") : plain;
        return cut.startsWith("test-") ? "the-" + cut : cut;
    }
}
