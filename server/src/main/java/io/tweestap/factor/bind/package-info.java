/// How a factor begins, is confirmed, changes and ends, and who is told of it. Logins confirm a
/// factor that is set up on the way.
@NamedInterface("bind")
@NullMarked
package io.tweestap.factor.bind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
