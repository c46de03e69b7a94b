/// Who wants no messages, said by STOP or entered by hand; asked before anything is sent.
@ApplicationModule
@NullMarked
package io.tweestap.optout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
