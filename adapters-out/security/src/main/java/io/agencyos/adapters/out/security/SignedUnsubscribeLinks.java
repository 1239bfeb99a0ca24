package io.agencyos.adapters.out.security;

import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Links whose token carries whom they are for and an HMAC-SHA-256 over it, so that nothing need be stored and no link ever
 * expires. The first byte names the key. Source: outreach 8.6.
 */
public final class SignedUnsubscribeLinks implements UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe-links/1";
    private static final byte KEY_ID = 1;
    private static final int SUBJECT_BYTES = 1 + 3 * 2 * Long.BYTES;
    private static final int PROOF_BYTES = 16;

    private final SecretKey key;
    private final Supplier<URI> base;

    /** @param base where the links lead, ending with a slash; asked at each link, as the address may be known late */
    public SignedUnsubscribeLinks(InstallationSecret secret, Supplier<URI> base) {
        this.key = secret.derive(PURPOSE, "HmacSHA256");
        this.base = base;
    }

    @Override
    public URI of(Subject subject) {
        byte[] named = ByteBuffer.allocate(SUBJECT_BYTES)
                .put(KEY_ID)
                .put(bytes(subject.lead().value()))
                .put(bytes(subject.client().value()))
                .put(bytes(subject.touch().value()))
                .array();
        byte[] token = ByteBuffer.allocate(SUBJECT_BYTES + PROOF_BYTES)
                .put(named)
                .put(proof(named))
                .array();
        return base.get().resolve(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    @Override
    public Optional<Subject> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (bytes.length != SUBJECT_BYTES + PROOF_BYTES || bytes[0] != KEY_ID) {
            return Optional.empty();
        }
        byte[] named = Arrays.copyOf(bytes, SUBJECT_BYTES);
        byte[] claimed = Arrays.copyOfRange(bytes, SUBJECT_BYTES, bytes.length);
        if (!MessageDigest.isEqual(proof(named), claimed)) {
            return Optional.empty();
        }
        ByteBuffer subject = ByteBuffer.wrap(named, 1, SUBJECT_BYTES - 1);
        LeadId lead = new LeadId(uuid(subject));
        ClientId client = new ClientId(uuid(subject));
        return Optional.of(new Subject(client, lead, new TouchId(uuid(subject))));
    }

    private byte[] proof(byte[] named) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(named), PROOF_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }
}
