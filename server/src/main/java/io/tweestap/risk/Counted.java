package io.tweestap.risk;

import java.util.Optional;

/// What a code was counted under. Kept with its verification, so that it can be counted as verified
/// when it was typed.
///
/// @param country ISO 3166-1 alpha-2; `ZZ` for numbers that belong to none
/// @param prefix keyed hash of the number without its last four digits
/// @param source keyed hash of the visitor's address
public record Counted(String country, byte[] prefix, Optional<byte[]> source) {}
