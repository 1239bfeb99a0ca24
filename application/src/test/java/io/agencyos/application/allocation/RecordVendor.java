package io.agencyos.application.allocation;

import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A vendor of people's records, and what a story does to it.
 *
 * @param source where the product buys; its search looks at titles alone
 * @param offer lets it know a person from now on
 * @param credits what is left to buy with
 * @param breakDown from then on nothing answers
 * @param spendAll from then on nothing can be paid
 */
public record RecordVendor(
        PeopleSources.Source source,
        Consumer<PersonProfile> offer,
        LongSupplier credits,
        Runnable breakDown,
        Runnable spendAll) {}
