package io.agencyos.domain.shared.contact;

import java.util.Locale;

/**
 * What identifies a mailbox for de-duplication and suppression: lower case, without plus tag, Gmail without dots. Never
 * an address to send to. Made by {@link EmailAddress#key}; the constructor is for values read back from storage.
 */
public record EmailKey(String value) {

    /** Refuses what is visibly an address and not a key: capitals, a plus tag, no single {@code @}. */
    public EmailKey {
        int at = value.indexOf('@');
        boolean oneAt = at > 0 && at == value.lastIndexOf('@');
        if (!oneAt || value.lastIndexOf('+', at) >= 0 || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not an e-mail identity key");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
