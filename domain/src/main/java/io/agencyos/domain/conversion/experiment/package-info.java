/**
 * Content experiments: which lead gets which variant, and when one of them is declared the winner. Which texts differ,
 * and how, is content's. Source: conversion intelligence 7.1.
 */
@NullMarked
package io.agencyos.domain.conversion.experiment;

import org.jspecify.annotations.NullMarked;
