/**
 * The optimiser of ALS weights: estimate, bounds, step limit, the gate that only better weights pass, and what ends
 * their life. How weights make a score is scoring's. Source: conversion intelligence 11, 12.2.
 */
@NullMarked
package io.agencyos.domain.conversion.weights;

import org.jspecify.annotations.NullMarked;
