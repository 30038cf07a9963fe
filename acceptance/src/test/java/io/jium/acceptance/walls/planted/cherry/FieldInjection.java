package io.jium.acceptance.walls.planted.cherry;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class FieldInjection {

    @Autowired @Nullable CherryDto cherry;
}
