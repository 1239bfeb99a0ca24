/**
 * The detectors: which dimensions are compared, and what is derived from the findings. Each is a function from counts to
 * a pattern document; the statistics are the kernel's, the counting is the stores'. Source: conversion intelligence 6–10.
 */
@NullMarked
package io.agencyos.domain.conversion.detect;

import org.jspecify.annotations.NullMarked;
