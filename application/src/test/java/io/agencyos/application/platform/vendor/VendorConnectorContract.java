package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.VendorConnector.Field;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.application.platform.vendor.VendorConnector.StandingHook;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way of connecting a client's account must do. Source: api 9.13. */
public abstract class VendorConnectorContract {

    /**
     * The connector and a vendor with one account.
     *
     * @param withKey the account as its owner describes it, with that key
     * @param key the one that the vendor knows
     * @param breaksDown the vendor answers nobody until further notice
     */
    public record World(
            VendorConnector connector, Function<String, VendorAccount> withKey, String key, Runnable breaksDown) {

        VendorAccount account() {
            return withKey.apply(key);
        }

        VendorAccount wrongKeys() {
            return withKey.apply("nobodys-key");
        }

        void breakDown() {
            breaksDown.run();
        }
    }

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant LATER = LONG_AGO.plus(Duration.ofDays(1));

    private final List<String> given = new ArrayList<>();

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private Result<List<MadeHook>, VendorFailure> register() {
        return world.connector()
                .registerHooks(
                        world.account(), id -> URI.create("https://agency.example/api/v1/hooks/vendor/" + id), () -> {
                            given.add("hook" + (given.size() + 1));
                            return given.getLast();
                        });
    }

    private static VendorFailure failure(Result<String, VendorFailure> result) {
        return switch (result) {
            case Result.Ok<String, VendorFailure>(String label) -> throw new AssertionError(label);
            case Result.Err<String, VendorFailure>(VendorFailure failure) -> failure;
        };
    }

    @Test
    void it_says_what_a_person_must_know_and_the_account_is_just_that() {
        VendorConnector connector = world.connector();
        List<Field> fields = Stream.of(connector.credentials(), connector.settings())
                .flatMap(List::stream)
                .toList();

        assertThat(connector.vendor())
                .matches("[a-z][a-z-]*")
                .isEqualTo(world.account().vendor());
        assertThat(connector.capability()).matches("[a-z]+");
        assertThat(connector.accountMeaning()).isNotBlank();
        assertThat(fields).extracting(Field::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z_]+"));
        assertThat(fields).extracting(Field::meaning).allMatch(meaning -> !meaning.isBlank());
        assertThat(world.account().credentials().keySet())
                .isNotEmpty()
                .allMatch(name -> connector.credentials().stream()
                                .anyMatch(field -> field.name().equals(name))
                        || connector.namedCredentials().stream()
                                .anyMatch(keys -> keys.accepted().test(name)));
    }

    @Test
    void an_account_with_the_right_keys_has_a_name_that_tells_none_of_them() {
        String label = world.connector().test(world.account()).orElseThrow();

        assertThat(label).isNotBlank();
        assertThat(world.account().credentials().values())
                .extracting(SecretText::reveal)
                .noneMatch(label::contains);
    }

    @Test
    void wrong_keys_are_told_apart_from_a_vendor_that_does_not_answer() {
        assertThat(failure(world.connector().test(world.wrongKeys()))).isInstanceOf(VendorFailure.Unauthorized.class);

        world.breakDown();

        assertThat(failure(world.connector().test(world.account()))).isNotInstanceOf(VendorFailure.Unauthorized.class);
    }

    @Test
    void every_hook_has_an_id_of_ours_and_a_secret() {
        List<MadeHook> made = register().orElseThrow();

        assertThat(made).extracting(MadeHook::hookId).doesNotHaveDuplicates().isSubsetOf(given);
        assertThat(made).allSatisfy(hook -> {
            assertThat(hook.vendorHookId()).isNotBlank();
            assertThat(hook.secret().reveal()).isNotBlank();
            assertThat(hook.type()).isNotBlank();
        });
    }

    @Test // so that doing it again leaves as many as doing it once
    void hooks_are_replaced_and_taken_away_for_good() {
        int hooks = register().orElseThrow().size();
        int standing = world.connector().removeHooks(world.account()).orElseThrow();

        assertThat(register().orElseThrow()).hasSize(hooks);
        assertThat(register().orElseThrow()).hasSize(hooks);

        assertThat(world.connector().removeHooks(world.account()).orElseThrow()).isEqualTo(standing);
        assertThat(world.connector().removeHooks(world.account()).orElseThrow()).isZero();
    }

    @Test // salesforge Beyond "webhook audit": what is counted by the vendor's books is not counted by the inbox
    void nothing_happened_before_the_account_was_there() {
        Map<String, Integer> happened =
                world.connector().happened(world.account(), LONG_AGO, LATER).orElseThrow();

        assertThat(happened.values()).allMatch(number -> number == 0);
        assertThat(happened.keySet()).noneMatch(world.connector().typesThatArePolled()::contains);
    }

    @Test // salesforge Beyond "webhook audit": a vendor that can be asked tells of each that stands, and of none that
    // is gone
    void what_stands_at_the_vendor_is_what_was_made_there() {
        List<MadeHook> made = register().orElseThrow();
        world.connector().standingHooks(world.account()).orElseThrow().ifPresent(standing -> {
            assertThat(standing)
                    .extracting(StandingHook::address)
                    .containsExactlyInAnyOrderElementsOf(made.stream()
                            .map(hook -> URI.create("https://agency.example/api/v1/hooks/vendor/" + hook.hookId()))
                            .toList());
            assertThat(standing.stream().flatMap(hook -> hook.secret().stream()))
                    .as("a secret that is told is one that was made")
                    .allMatch(secret -> made.stream().map(MadeHook::secret).anyMatch(secret::equals));
        });

        world.connector().removeHooks(world.account()).orElseThrow();
        world.connector()
                .standingHooks(world.account())
                .orElseThrow()
                .ifPresent(standing -> assertThat(standing).isEmpty());

        world.breakDown();
        Result<Map<String, Integer>, VendorFailure> unread =
                world.connector().happened(world.account(), LONG_AGO, LATER);
        assertThat(unread.isOk() && !unread.orElseThrow().isEmpty())
                .as("books that cannot be read say nothing")
                .isFalse();
        Result<Optional<Set<StandingHook>>, VendorFailure> unanswered =
                world.connector().standingHooks(world.account());
        assertThat(unanswered.isOk() && unanswered.orElseThrow().isPresent())
                .as("a vendor that does not answer has not said that nothing stands there")
                .isFalse();
    }
}
