package io.agencyos.application.allocation;

import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A vendor of telephone numbers, and what a story does to it.
 *
 * @param number lets it have this number of whoever has this address
 * @param answer gives every question its answer from then on
 * @param loseReceipt the next question is taken, and its receipt lost
 * @param refuse the next question fails
 * @param heard where it was asked to tell of each question
 */
public record NumberVendor(
        PhoneReveal phones,
        BiConsumer<String, PhoneNumber> number,
        Runnable answer,
        Runnable loseReceipt,
        Consumer<VendorFailure> refuse,
        Supplier<List<URI>> heard) {}
