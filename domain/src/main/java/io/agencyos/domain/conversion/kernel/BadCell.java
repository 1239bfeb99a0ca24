package io.agencyos.domain.conversion.kernel;

/** Counts that cannot be: more conversions than units, or fewer than none. Source: conversion intelligence 21. */
public record BadCell(Cell cell) {}
