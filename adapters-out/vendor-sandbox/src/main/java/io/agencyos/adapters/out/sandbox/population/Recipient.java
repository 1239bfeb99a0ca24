package io.agencyos.adapters.out.sandbox.population;

/** A person as the world meets them behind an address: how they sign and what moves them. */
public record Recipient(String address, String firstName, String lastName, String company, Traits traits) {

    private static final String NOWHERE = "nowhere.example";

    /** Domain part of the address; of somebody who is only known by a number or a page, one that nobody has. */
    public String domain() {
        return isMail() ? address.substring(address.indexOf('@') + 1) : NOWHERE;
    }

    /** First and last name, or the local part of the address where neither is known. */
    public String name() {
        String full = (firstName + " " + lastName).strip();
        if (!full.isEmpty()) {
            return full;
        }
        return isMail() ? address.substring(0, address.indexOf('@')) : "Me";
    }

    private boolean isMail() {
        return address.indexOf('@') >= 0;
    }
}
