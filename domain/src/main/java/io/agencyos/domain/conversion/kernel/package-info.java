/**
 * The one statistical kernel of all detectors: from counts per segment and stratum to rates, intervals, evidence and
 * statuses. It knows no dimension, no lead and no date. Source: conversion intelligence 5.
 */
@NullMarked
package io.agencyos.domain.conversion.kernel;

import org.jspecify.annotations.NullMarked;
