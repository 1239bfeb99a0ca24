package io.agencyos.adapters.out.sandbox.population;

/**
 * An invented person as a lead export knows them, with the traits that it does not show.
 *
 * @param emailStatus as an export writes it: Verified, Guessed, Extrapolated, Unavailable, User Managed
 * @param mobile one of the numbers kept for fiction, mostly empty since there are only nine
 */
public record Person(
        int number,
        String firstName,
        String lastName,
        String title,
        String email,
        String emailStatus,
        String directPhone,
        String mobile,
        String linkedInUrl,
        Company company,
        Traits traits) {

    /** The person as met elsewhere than by e-mail, where nobody may be reached although the address is good. */
    Recipient recipient(boolean dead) {
        Traits there = new Traits(
                traits.title(),
                traits.industry(),
                traits.size(),
                traits.hours(),
                traits.sensitivity(),
                traits.zone(),
                dead);
        return new Recipient(address(), firstName, lastName, company.name(), there);
    }

    /** Whoever has no e-mail address is told apart from others without one, on whatever channel they are met. */
    private String address() {
        return email.isEmpty() ? "person/" + number : email;
    }

    Person withMobile(String other) {
        return new Person(
                number,
                firstName,
                lastName,
                title,
                email,
                emailStatus,
                directPhone,
                other,
                linkedInUrl,
                company,
                traits);
    }

    /** The person as seen behind the address. */
    public Recipient recipient() {
        return new Recipient(address(), firstName, lastName, company.name(), traits);
    }
}
