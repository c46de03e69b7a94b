/// A carrier whose handsets are rows in the database, to be shown on a screen: every flow can be
/// tried with no operator. Never active beside real users unless somebody switches it on.
@NullMarked
package io.tweestap.delivery.sandbox;

import org.jspecify.annotations.NullMarked;
