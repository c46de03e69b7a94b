/// What every kind of factor offers the room: how its answers are compared and its challenges
/// begin.
@NullMarked
package io.tweestap.factor.kind;

import org.jspecify.annotations.NullMarked;
