package io.agencyos.adapters.out.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.DataKeys.Census;
import io.agencyos.application.platform.secret.DataKeys.DataKey;
import io.agencyos.application.platform.secret.DataKeys.Rewrapped;
import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Envelope encryption: AES-256-GCM with a data key of each client, which is stored wrapped by the master key. Unwrapped keys
 * stay in memory; which one seals for an owner is asked again every minute. Tink keeps the keys and opens; the cipher that
 * seals is the platform's own, which chooses its nonces itself: Tink looks for its source of random numbers anew on every
 * thread, for a fifth of a millisecond, and here every request has a thread of its own. Source: api 7.
 */
public final class EnvelopeSealer implements Sealer, KeyRing {

    private static final String VERSION = "v1";
    private static final int PARTS = 4;
    private static final int AT_ONCE = 200;
    private static final long SEALS_UNASKED = Duration.ofMinutes(1).toNanos();
    private static final ClientId PLATFORM = new ClientId(new UUID(0, 0));

    private final DataKeys keys;
    private final MasterKeys masters;
    private final LongSupplier nanos;
    private final IdSource ids;
    private final Map<UUID, Opened> opened = new ConcurrentHashMap<>();
    private final Map<ClientId, Sealing> sealing = new ConcurrentHashMap<>();

    /** A data key in the form that opens and in the one that seals. */
    private record Opened(Aead opens, SecretKey seals) {

        static Opened of(KeysetHandle handle) throws GeneralSecurityException {
            if (!(handle.getPrimary().getKey() instanceof AesGcmKey key)
                    || !key.getParameters().equals(MasterKey.CIPHER)) {
                throw new GeneralSecurityException("a data key is of another cipher");
            }
            return new Opened(
                    handle.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), "AES"));
        }
    }

    private record Sealing(UUID key, SecretKey cipher, long asked) {}

    /** @param nanos time that runs on, as {@code System.nanoTime} */
    public EnvelopeSealer(DataKeys keys, MasterKeys masters, LongSupplier nanos, IdSource ids) {
        this.keys = keys;
        this.masters = masters;
        this.nanos = nanos;
        this.ids = ids;
    }

    public MasterKeys masters() {
        return masters;
    }

    /** Refuses to go on where a data key was wrapped by a master key that is not known here. */
    public void check() {
        List<String> missing = keys.census().masters().stream()
                .filter(id -> masters.find(id).isEmpty())
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new InstallationSecretUnusable("the master key " + String.join(", ", missing)
                    + " is missing, and what is sealed in this database cannot be read without it: bring back the file"
                    + " master.key from your backup, or set AGENCYOS_MASTER_KEY to it");
        }
    }

    @Override
    public String seal(byte[] plain, SealedPlace place) {
        Sealing with = sealing(place.client());
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, with.cipher());
            cipher.updateAAD(bytes(place.text()));
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return String.join(
                    ":",
                    VERSION,
                    with.key().toString(),
                    base64.encodeToString(cipher.getIV()),
                    base64.encodeToString(cipher.doFinal(plain)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM does not encrypt", impossible);
        }
    }

    @Override
    public byte[] open(String sealed, SealedPlace place) {
        String[] parts = sealed.split(":");
        try {
            if (parts.length != PARTS || !parts[0].equals(VERSION)) {
                throw new GeneralSecurityException("not of this form");
            }
            Base64.Decoder base64 = Base64.getUrlDecoder();
            byte[] nonce = base64.decode(parts[2]);
            byte[] rest = base64.decode(parts[3]);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + rest.length);
            System.arraycopy(rest, 0, whole, nonce.length, rest.length);
            return cipher(UUID.fromString(parts[1])).opens().decrypt(whole, bytes(place.text()));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new InstallationSecretUnusable("what is stored at " + place.text()
                    + " was sealed with another key or for another place, or was changed");
        }
    }

    private Opened cipher(UUID id) throws GeneralSecurityException {
        Opened known = opened.get(id);
        return known != null
                ? known
                : cipher(keys.find(id).orElseThrow(() -> new GeneralSecurityException("no such data key")));
    }

    private Opened cipher(DataKey key) throws GeneralSecurityException {
        Opened known = opened.get(key.id());
        if (known != null) {
            return known;
        }
        Opened cipher = Opened.of(handle(key));
        opened.put(key.id(), cipher);
        return cipher;
    }

    private Sealing sealing(@Nullable ClientId client) {
        ClientId owner = client == null ? PLATFORM : client;
        long now = nanos.getAsLong();
        Sealing known = sealing.get(owner);
        if (known != null && now - known.asked() < SEALS_UNASKED) {
            return known;
        }
        DataKey key = keys.sealing(client).orElseGet(() -> keys.offer(made(client)));
        try {
            Sealing found = new Sealing(key.id(), cipher(key).seals(), now);
            sealing.put(owner, found);
            return found;
        } catch (GeneralSecurityException damaged) {
            throw new InstallationSecretUnusable("the data key " + key.id() + " is damaged");
        }
    }

    private DataKey made(@Nullable ClientId client) {
        UUID id = ids.next();
        try {
            KeysetHandle fresh = KeysetHandle.generateNew(MasterKey.CIPHER);
            MasterKey master = masters.newest();
            return new DataKey(id, client, wrapped(fresh, master, id, client), master.id(), true);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a data key cannot be made", impossible);
        }
    }

    private static String wrapped(KeysetHandle key, MasterKey master, UUID id, @Nullable ClientId client)
            throws GeneralSecurityException {
        byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master.wrapping(), place(id, client));
        return Base64.getEncoder().encodeToString(wrapped);
    }

    private KeysetHandle handle(DataKey key) throws GeneralSecurityException {
        MasterKey master = masters.find(key.wrappedBy())
                .orElseThrow(() -> new InstallationSecretUnusable(
                        "the master key " + key.wrappedBy() + " is missing: the data key " + key.id() + " needs it"));
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                Base64.getDecoder().decode(key.wrapped()), master.wrapping(), place(key.id(), key.client()));
    }

    private static byte[] place(UUID id, @Nullable ClientId client) {
        return bytes(new SealedPlace("data_key", "wrapped", id.toString(), client).text());
    }

    @Override
    public int retire() {
        int retired = keys.retireAll();
        sealing.clear();
        return retired;
    }

    @Override
    public int rewrap() {
        MasterKey master = masters.newest();
        int rewrapped = 0;
        for (List<DataKey> found = keys.wrappedByOthers(master.id(), AT_ONCE);
                !found.isEmpty();
                found = keys.wrappedByOthers(master.id(), AT_ONCE)) {
            keys.rewrap(found.stream().map(key -> rewrapped(key, master)).toList());
            rewrapped += found.size();
        }
        return rewrapped;
    }

    private Rewrapped rewrapped(DataKey key, MasterKey master) {
        try {
            return new Rewrapped(key, wrapped(handle(key), master, key.id(), key.client()), master.id());
        } catch (GeneralSecurityException damaged) {
            throw new InstallationSecretUnusable("the data key " + key.id() + " is damaged");
        }
    }

    @Override
    public String master() {
        return masters.newest().id();
    }

    @Override
    public Census census() {
        return keys.census();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
