package io.agencyos.adapters.out.memory.platform;

import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.DataKeys.DataKey;
import io.agencyos.application.platform.secret.DataKeys.Rewrapped;
import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.Digests;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Keys that come and go as real ones do, and seal as badly as a test needs: nothing can be read as it stands, only its own
 * place opens it, and a change is seen. It protects nothing.
 */
public final class MemoryKeyRing implements Sealer, KeyRing {

    private static final int AT_ONCE = 100;
    private static final int PARTS = 4;
    private static final int MARK = 16;

    private final DataKeys keys;
    private final IdSource ids;
    private volatile String master = "master-1";

    public MemoryKeyRing(DataKeys keys, IdSource ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** From now on another master key is the newest. */
    public void newMaster(String id) {
        master = id;
    }

    @Override
    public String seal(byte[] plain, SealedPlace place) {
        DataKey key = keys.sealing(place.client())
                .orElseGet(() -> keys.offer(new DataKey(ids.next(), place.client(), "wrapped", master, true)));
        String nonce = ids.next().toString();
        String text = turned(Base64.getUrlEncoder().withoutPadding().encodeToString(plain));
        return String.join(":", "v1", key.id().toString(), nonce, mark(key, nonce, place, text) + text);
    }

    @Override
    public byte[] open(String sealed, SealedPlace place) {
        String[] parts = sealed.split(":");
        if (parts.length != PARTS || !parts[0].equals("v1") || parts[3].length() < MARK) {
            throw new IllegalStateException("not sealed");
        }
        DataKey key = keys.find(UUID.fromString(parts[1]))
                .orElseThrow(() -> new IllegalStateException("the key is not there"));
        String text = parts[3].substring(MARK);
        if (!parts[3].startsWith(mark(key, parts[2], place, text))) {
            throw new IllegalStateException("not sealed for " + place.text());
        }
        return Base64.getUrlDecoder().decode(turned(text));
    }

    private static String mark(DataKey key, String nonce, SealedPlace place, String text) {
        return Digests.sha256Hex(key.id() + "|" + nonce + "|" + place.text() + "|" + text)
                .substring(0, MARK);
    }

    private static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Override
    public int retire() {
        return keys.retireAll();
    }

    @Override
    public int rewrap() {
        int rewrapped = 0;
        List<DataKey> others = keys.wrappedByOthers(master, AT_ONCE);
        while (!others.isEmpty()) {
            keys.rewrap(others.stream()
                    .map(key -> new Rewrapped(key, "wrapped by " + master, master))
                    .toList());
            rewrapped += others.size();
            others = keys.wrappedByOthers(master, AT_ONCE);
        }
        return rewrapped;
    }

    @Override
    public String master() {
        return master;
    }

    @Override
    public DataKeys.Census census() {
        return keys.census();
    }
}
