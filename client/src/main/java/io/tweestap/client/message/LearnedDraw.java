package io.tweestap.client.message;

import java.math.BigDecimal;

/// What learning drew for one carrier.
///
/// @param sent first codes that it took; older ones count less
/// @param typed how many of them were typed
/// @param drawn the share of typed codes that was drawn from what is believed of it
/// @param cost what a code costs there, by the settings
/// @param utility what decides: the share, less what the cost weighs
public record LearnedDraw(
    String carrier,
    BigDecimal sent,
    BigDecimal typed,
    BigDecimal drawn,
    BigDecimal cost,
    BigDecimal utility) {}
