/// The temporary pass: a code that staff gives to somebody who lost everything else, once.
@NamedInterface("pass")
@NullMarked
package io.tweestap.factor.pass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
