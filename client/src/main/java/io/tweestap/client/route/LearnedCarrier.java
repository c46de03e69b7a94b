package io.tweestap.client.route;

import io.tweestap.client.Channel;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is known of one carrier in one country.
///
/// @param country of the numbers, ISO 3166-1 alpha-2
/// @param sent first codes that it was the first to take; older ones count less
/// @param typed how many of them were typed within ten minutes, without a resend and without
///   another carrier
/// @param share `typed` of `sent`
/// @param behind the carrier of which so many more are typed that this one is asked after the
///   others; missing where there is none
/// @param shadowed of how many codes learning had something to say
/// @param agreed how often it would have chosen this carrier too
public record LearnedCarrier(
    Channel channel,
    String country,
    String carrier,
    BigDecimal sent,
    BigDecimal typed,
    BigDecimal share,
    @Nullable String behind,
    int shadowed,
    int agreed) {}
