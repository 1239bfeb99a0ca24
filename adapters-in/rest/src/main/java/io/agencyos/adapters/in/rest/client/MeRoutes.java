package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.client.MeViews.KeyClient;
import io.agencyos.adapters.in.rest.client.MeViews.KeyStanding;
import io.agencyos.adapters.in.rest.client.MeViews.Me;
import io.agencyos.adapters.in.rest.client.MeViews.PreferencesPatch;
import io.agencyos.adapters.in.rest.client.MeViews.ProfilePatch;
import io.agencyos.application.client.access.ApiKeyCaller;
import io.agencyos.application.client.identity.KeepProfile;
import io.agencyos.application.client.identity.KeepProfile.Own;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.client.identity.Profile.Preferences;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whoever is signed in, and what people change of themselves. Source: api 2. */
public final class MeRoutes implements RouteGroup {

    private static final String TAG = "People";
    private static final String ME = "/api/v1/me";

    private final KeepProfile profiles;

    public MeRoutes(KeepProfile profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ME, "Whoever is signed in")
                        .tag(TAG)
                        .signedIn()
                        .key(KeyScope.READ)
                        .answers(Me.class, Me.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(ME, "Changes the own name, telephone, zone, picture and habits")
                        .tag(TAG)
                        .signedIn()
                        .ifMatch()
                        .body(ProfilePatch.class, ProfilePatch.EXAMPLE)
                        .answers(Me.class, Me.EXAMPLE)
                        .handledBy(this::change));
    }

    private Reply<Me> show(Call<None> call) {
        if (call.key().isPresent()) {
            return Reply.ok(program(call.key().get()));
        }
        Optional<Own> own = own(call);
        return own.isEmpty()
                ? Reply.notFound()
                : Reply.ok(Me.of(call.principal(), own.get())).version(own.get().version());
    }

    private Optional<Own> own(Call<?> call) {
        return profiles.show(call.principal().userId());
    }

    private static Me program(ApiKeyCaller caller) {
        ApiKey key = caller.key();
        Client client = caller.client();
        return Me.of(
                new KeyStanding(
                        key.id().value(),
                        key.name(),
                        key.mode(),
                        key.scopes().stream().sorted().toList(),
                        key.roleCap(),
                        key.expiresAt()),
                new KeyClient(client.id().value(), client.slug(), client.name(), client.mode()));
    }

    private Reply<Me> change(Call<ProfilePatch> call) {
        Principal person = call.principal();
        Optional<Own> before = own(call);
        if (before.isEmpty()) {
            return Reply.notFound();
        }
        FieldErrors errors = new FieldErrors();
        Own wanted = changed(before.get(), call.body(), call.expectedVersion(), errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        return switch (profiles.change(person.userId(), wanted)) {
            case KeepProfile.Outcome.Changed(Own now) ->
                Reply.ok(Me.of(person, now)).version(now.version());
            case KeepProfile.Outcome.Stale(int current) -> Reply.refused(Problem.versionConflict(Optional.of(current)));
        };
    }

    private static Own changed(Own before, ProfilePatch body, int version, FieldErrors errors) {
        Profile now = before.profile();
        PhoneNumber phone = now.phone();
        if (body.phone().mentioned()) {
            phone = body.phone()
                    .map(text -> PhoneNumbers.parse(text, Country.AUSTRALIA))
                    .flatMap(parsed -> errors.read("/phone", parsed))
                    .orElse(null);
        }
        URI avatar = now.avatar();
        if (body.avatarUrl().mentioned()) {
            avatar = body.avatarUrl()
                    .map(text -> picture(text, errors))
                    .flatMap(Function.identity())
                    .orElse(null);
        }
        Profile profile = new Profile(
                phone,
                avatar,
                kept(body.timezone().orElse(now.timezone())),
                now.locale(),
                body.preferences().map(patch -> liked(now.preferences(), patch)).orElse(now.preferences()));
        return new Own(kept(body.fullName().orElse(before.fullName())), profile, version);
    }

    private static Optional<URI> picture(String text, FieldErrors errors) {
        Optional<URI> address = https(text);
        if (address.isEmpty()) {
            errors.add("/avatar_url", "invalid", "An https address is expected here.");
        }
        return address;
    }

    private static Optional<URI> https(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(address -> "https".equals(address.getScheme()))
                    .filter(address -> address.getHost() != null && address.getUserInfo() == null);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static Preferences liked(Preferences before, PreferencesPatch body) {
        return new Preferences(
                kept(body.theme().orElse(before.theme())),
                kept(body.density().orElse(before.density())),
                kept(body.ownTimezone().orElse(before.ownTimezone())),
                kept(body.timeForm().orElse(before.timeForm())),
                kept(body.shortcutsEnabled().orElse(before.shortcutsEnabled())),
                kept(body.shortcuts().orElse(before.shortcuts())),
                kept(body.tickerPaused().orElse(before.tickerPaused())),
                kept(body.listColumns().orElse(before.listColumns())));
    }

    /** Of a member that cannot be unset. */
    private static <T> T kept(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
