package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.KeepProfile.Own;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.client.identity.Profile.Density;
import io.agencyos.domain.client.identity.Profile.Preferences;
import io.agencyos.domain.client.identity.Profile.Theme;
import io.agencyos.domain.client.identity.Profile.TimeForm;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How whoever is signed in is shown and changed. Source: api 2. */
final class MeViews {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");

    private MeViews() {}

    /**
     * Whoever asks: a person, with the members that persons have, or a program, with its key and its client.
     *
     * @param id the person's identifier; null for a key
     * @param email the address that the person signs in with; null for a key
     * @param preferences how the person likes to see the pages; null where a program asks
     * @param client the client that the key opens; null where a person asks
     */
    record Me(
            @Nullable UUID id,
            @Nullable String email,
            @Nullable String fullName,
            @Nullable String phone,
            @Nullable String avatarUrl,
            @Nullable ZoneId timezone,
            @Nullable String locale,
            boolean isPlatformAdmin,
            List<MembershipView> memberships,
            @Nullable PreferencesView preferences,
            @Nullable KeyStanding apiKey,
            @Nullable KeyClient client) {

        static final Me EXAMPLE = new Me(
                ID,
                "sam@agency.example",
                "Sam Oduya",
                "+61491570156",
                null,
                ZoneId.of("Australia/Sydney"),
                "en-AU",
                false,
                List.of(new MembershipView(ID, "northlight", "Northlight", Role.OWNER, null)),
                PreferencesView.of(Preferences.DEFAULT),
                null,
                null);

        static Me of(KeyStanding key, KeyClient client) {
            return new Me(null, null, null, null, null, null, null, false, List.of(), null, key, client);
        }

        static Me of(Principal principal, Own own) {
            Profile profile = own.profile();
            return new Me(
                    principal.userId().value(),
                    principal.email().value(),
                    own.fullName(),
                    profile.phone() == null ? null : profile.phone().e164(),
                    profile.avatar() == null ? null : profile.avatar().toString(),
                    profile.timezone(),
                    profile.locale(),
                    principal.platformAdmin(),
                    memberships(principal),
                    PreferencesView.of(profile.preferences()),
                    null,
                    null);
        }

        private static List<MembershipView> memberships(Principal principal) {
            Map<ClientId, UUID> twins = principal.access().stream()
                    .filter(access -> access.twinOf() != null)
                    .collect(Collectors.toMap(
                            access -> Objects.requireNonNull(access.twinOf()),
                            access -> access.clientId().value()));
            return principal.access().stream()
                    .filter(access -> access.twinOf() == null)
                    .map(access -> new MembershipView(
                            access.clientId().value(),
                            access.slug(),
                            access.name(),
                            access.role(),
                            twins.get(access.clientId())))
                    .toList();
        }
    }

    /**
     * The key that a program shows.
     *
     * @param name what colleagues call the key
     * @param mode whether the key reaches the client ({@code live}) or its test twin, where nothing reaches a real person
     */
    record KeyStanding(
            UUID id,
            String name,
            ClientMode mode,
            List<KeyScope> scopes,
            @Except("owner") Role roleCap,
            Instant expiresAt) {}

    /**
     * The one client that a key opens.
     *
     * @param name what the client is called
     * @param mode whether it is a client ({@code live}) or a test twin, where nothing reaches a real person
     */
    record KeyClient(UUID id, String slug, String name, ClientMode mode) {}

    /**
     * A live client of hers.
     *
     * @param name what the client is called
     * @param role what you may do at this client
     */
    record MembershipView(
            UUID clientId,
            String slug,
            String name,
            Role role,
            @Nullable UUID twinId) {}

    /** How a person likes to see the pages. */
    record PreferencesView(
            Theme theme,
            Density density,
            boolean ownTimezone,
            TimeForm timeForm,
            boolean shortcutsEnabled,
            Map<String, String> shortcuts,
            boolean tickerPaused,
            Map<String, List<String>> listColumns) {

        static PreferencesView of(Preferences likes) {
            return new PreferencesView(
                    likes.theme(),
                    likes.density(),
                    likes.ownTimezone(),
                    likes.timeForm(),
                    likes.shortcutsEnabled(),
                    likes.shortcuts(),
                    likes.tickerPaused(),
                    likes.listColumns());
        }
    }

    /**
     * A merge patch of oneself.
     *
     * @param preferences how you like to see the pages
     */
    record ProfilePatch(
            @Text(max = 100) Change<String> fullName,
            Change<@Nullable String> phone,
            Change<ZoneId> timezone,
            @Text(max = 500) Change<@Nullable String> avatarUrl,
            Change<PreferencesPatch> preferences) {

        static final ProfilePatch EXAMPLE = new ProfilePatch(
                Change.to("Sam Oduya"), Change.to("0491 570 156"), Change.absent(), Change.absent(), Change.absent());
    }

    /** A merge patch of the preferences. */
    record PreferencesPatch(
            Change<Theme> theme,
            Change<Density> density,
            Change<Boolean> ownTimezone,
            Change<TimeForm> timeForm,
            Change<Boolean> shortcutsEnabled,
            Change<Map<String, String>> shortcuts,
            Change<Boolean> tickerPaused,
            Change<Map<String, List<String>>> listColumns) {}
}
