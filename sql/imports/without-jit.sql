-- Compiling the publishing statements takes longer than running them.
set local jit = off
