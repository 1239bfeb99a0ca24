package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A vendor with two accounts, a key and two hooks for each, that can be told to fail. */
public final class FakeConnector implements VendorConnector {

    public static final String VENDOR = "postbox";
    public static final String GOOD_KEY = "a-good-key-of-1234";
    /** Opens another account. */
    public static final String OTHER_KEY = "another-good-key-of-5678";

    private static final List<String> TYPES = List.of("sent", "replied");

    /** What stands at the vendor: our address by the vendor's id. */
    public final Map<String, URI> standing = new LinkedHashMap<>();

    /** Which key opens the account that a hook is of, by the vendor's id. */
    private final Map<String, String> owners = new LinkedHashMap<>();

    /** What the vendor says that the secret of a hook is, by the vendor's id; it says nothing of the others. */
    public final Map<String, String> told = new LinkedHashMap<>();

    /** What happened at any time, by the vendor's books. */
    public final Map<String, Integer> happened = new LinkedHashMap<>();

    private final Set<String> failing;
    private int made;
    private int removalsAsked;
    private boolean dying;
    private boolean down;
    private boolean refusing;
    private @Nullable VendorFailure removing;
    private boolean keyPerDrawer;
    private BiFunction<String, String, String> secretOf = (id, vendorId) -> "secret of " + vendorId;

    /** @param failing operations that the vendor refuses: {@code register}, {@code remove} */
    public FakeConnector(String... failing) {
        this.failing = Set.of(failing);
        this.removing = this.failing.contains("remove")
                ? new VendorFailure.Unavailable(Details.of(VENDOR, "remove", "down for an hour"))
                : null;
    }

    /** The vendor answers nobody. */
    void breakDown() {
        down = true;
    }

    /** The vendor answers again. */
    void comeBack() {
        down = false;
    }

    /** Our process ends in the middle of a call. */
    public static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** From now on the vendor answers this to whoever removes hooks; null for doing it. */
    public void removing(@Nullable VendorFailure answer) {
        removing = answer;
        dying = false;
    }

    /** The next removal never comes back. */
    public void dyingAtRemoval() {
        dying = true;
    }

    public int removalsAsked() {
        return removalsAsked;
    }

    /** The same, but it also wants a key per drawer, called {@code drawer-…}. */
    public FakeConnector withDrawers() {
        keyPerDrawer = true;
        return this;
    }

    /** The same, where this is the secret of the hook of this id of ours. */
    public FakeConnector withSecret(UnaryOperator<String> ofHook) {
        secretOf = (id, vendorId) -> ofHook.apply(id);
        return this;
    }

    @Override
    public Optional<NamedKeys> namedCredentials() {
        return keyPerDrawer
                ? Optional.of(new NamedKeys("DRAWER", "the key of each drawer", name -> name.startsWith("drawer-")))
                : Optional.empty();
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String capability() {
        return "email";
    }

    @Override
    public String accountMeaning() {
        return "the box";
    }

    @Override
    public List<Field> credentials() {
        return List.of(Field.required("api_key", "the key"), Field.optional("second_key", "another key"));
    }

    @Override
    public List<Field> settings() {
        return List.of(Field.yesOrNo("open_tracking", "whether opens are tracked"));
    }

    /** A hook of ours is a fault of the vendor's that only an examination shows. */
    @Override
    public List<String> examine(VendorAccount account) {
        return standing.isEmpty() ? List.of() : List.of("it does not reach " + standing.size() + " hooks");
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        if (down) {
            return Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, "test", "down for an hour")));
        }
        return Set.of(GOOD_KEY, OTHER_KEY).contains(keyOf(account))
                ? Result.ok("Box " + account.accountRef())
                : Result.err(new VendorFailure.Unauthorized(Details.of(VENDOR, "test", "the key is wrong")));
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        if (refusing || failing.contains("register")) {
            return Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, "register", "down for an hour")));
        }
        clear(account);
        List<MadeHook> hooks = new ArrayList<>();
        for (String type : TYPES) {
            String id = newHookId.get();
            String vendorId = "vendor-hook-" + made++;
            standing.put(vendorId, addressOfHookId.apply(id));
            owners.put(vendorId, keyOf(account));
            hooks.add(new MadeHook(vendorId, id, new SecretText(secretOf.apply(id, vendorId)), type));
        }
        return Result.ok(hooks);
    }

    /** The vendor refuses new hooks, or takes them again. */
    void registering(boolean taken) {
        refusing = !taken;
    }

    @Override
    public Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        if (down) {
            return Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, "hooks", "down for an hour")));
        }
        return Result.ok(Optional.of(standing.entrySet().stream()
                .filter(hook -> keyOf(account).equals(owners.get(hook.getKey())))
                .map(hook -> new StandingHook(
                        hook.getValue(),
                        Optional.ofNullable(told.get(hook.getKey())).map(SecretText::new)))
                .collect(Collectors.toSet())));
    }

    @Override
    public Set<String> typesThatArePolled() {
        return Set.of("email_received");
    }

    @Override
    public Result<Map<String, Integer>, VendorFailure> happened(VendorAccount account, Instant from, Instant until) {
        return down
                ? Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, "books", "down for an hour")))
                : Result.ok(Map.copyOf(happened));
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        removalsAsked++;
        if (dying) {
            throw new Died();
        }
        VendorFailure refusal = removing;
        if (refusal != null) {
            return Result.err(refusal);
        }
        return Result.ok(clear(account));
    }

    private static String keyOf(VendorAccount account) {
        return account.credentials().get("api_key").reveal();
    }

    private int clear(VendorAccount account) {
        int before = standing.size();
        standing.keySet().removeIf(hook -> keyOf(account).equals(owners.get(hook)));
        return before - standing.size();
    }
}
