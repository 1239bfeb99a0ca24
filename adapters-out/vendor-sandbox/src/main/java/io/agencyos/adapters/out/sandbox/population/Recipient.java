package io.agencyos.adapters.out.sandbox.population;

/** A person as the world meets them behind an address: how they sign and what moves them. */
public record Recipient(String address, String firstName, String lastName, String company, Traits traits) {

    /** Domain part of the address. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** First and last name, or the local part where neither is known. */
    public String name() {
        String full = (firstName + " " + lastName).strip();
        return full.isEmpty() ? address.substring(0, address.indexOf('@')) : full;
    }
}
