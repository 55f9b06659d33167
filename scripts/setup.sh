#!/bin/sh
# Makes a checkout ready to build: the solver HiGHS is compiled once, into .tools/, and cargo is told where it lies.
#
# Needs cargo (Rust 1.88 or newer), a C++ compiler, make and Python 3 with pip. What else the build needs (cmake, libclang, pkg-config) is
# taken from the machine when it is there, else from PyPI without root, else from apt as root. Writes to .tools/ and
# .cargo/config.toml of the checkout, to cargo's own home, and nowhere else but for apt. Run again, it ends at once.
set -eu
cd "$(dirname "$0")/.."

tools=.tools
config=.cargo/config.toml
log=$tools/setup.log
mark="# Written by scripts/setup.sh; remove this line to keep your own changes."
rust_wanted=88       # of Rust 1.x, as rust-version in Cargo.toml
highs_wanted=1.15.0  # as highs-sys in Cargo.toml
pip_cmake=cmake==4.4.4
pip_libclang=libclang==18.1.1
pip_pkgconf=pkgconf==3.0.7.post0

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command with its output in the log; shows the end of it when the command fails.
quietly() {
    if ! "$@" >"$log" 2>&1; then
        tail -n 25 "$log" >&2
        say "failed: $*"
        return 1
    fi
}

# What the result depends on: this script and the version of the solver.
stamp() {
    { cat scripts/setup.sh; grep -A 3 '^name = "highs-sys"' Cargo.lock; } | cksum
}

check_rust() {
    have cargo || fail "cargo is not there. Install Rust from https://rustup.rs (or your system's packages) and run this again."
    minor=$(cargo --version | sed 's/^cargo 1\.\([0-9]*\).*/\1/')
    case $minor in
        '' | *[!0-9]*) ;; # A version of another shape: let cargo judge it.
        *) [ "$minor" -ge $rust_wanted ] || fail "Rust 1.$rust_wanted or newer is needed, this is 1.$minor. Run: rustup update stable" ;;
    esac
}

# Installs packages with apt when this is root on a system that has it.
apt() {
    have apt-get && [ "$(id -u)" = 0 ] || return 1
    say "installing with apt: $*"
    export DEBIAN_FRONTEND=noninteractive
    apt_install="apt-get install -y --no-install-recommends $*"
    quietly sh -c "$apt_install || { apt-get update && $apt_install; }" </dev/null
}

# Prints a Python that has pip: the machine's, or one in a virtual environment of the checkout.
python_with_pip() {
    for python in python3 python; do
        have $python && $python -m pip --version >/dev/null 2>&1 && { echo $python; return; }
    done
    have python3 && python3 -m venv $tools/venv >"$log" 2>&1 && echo $tools/venv/bin/python
}

# Installs packages from PyPI into .tools/py.
pip() {
    python=$(python_with_pip) || { say "Python 3 with pip is not there"; return 1; }
    say "fetching from PyPI: $*"
    PIP_REQUIRE_VIRTUALENV=0 quietly "$python" -m pip install --disable-pip-version-check --no-input --no-cache-dir --no-deps \
        --only-binary :all: --upgrade --target $tools/py "$@" </dev/null
}

# libclang-cpp.so, which other tools bring along, is another library; llvm-config alone says nothing about clang.
system_libclang() {
    [ -n "${LIBCLANG_PATH:-}" ] && return
    llvm=$(llvm-config --libdir 2>/dev/null || echo /nowhere)
    ls "$llvm"/libclang.so* "$llvm"/libclang-[0-9]*.so* /usr/lib/llvm-*/lib/libclang.so* /usr/lib/llvm-*/lib/libclang-[0-9]*.so* \
        /usr/lib/*-linux-gnu/libclang.so* /usr/lib/*-linux-gnu/libclang-[0-9]*.so* /usr/lib64/libclang.so* /usr/lib/libclang.so* \
        /usr/local/lib/libclang.so* /Library/Developer/CommandLineTools/usr/lib/libclang.dylib 2>/dev/null | grep -q .
}

find_compiler() {
    { have c++ || have g++ || have clang++; } && have make && return
    apt g++ make || fail "a C++ compiler and make are needed. Debian, Ubuntu: apt-get install g++ make. Fedora: dnf install gcc-c++ make. macOS: xcode-select --install"
}

find_cmake() {
    if have cmake; then cmake=cmake; return; fi
    cmake=$tools/py/cmake/data/bin/cmake
    [ -x $cmake ] || pip $pip_cmake || true
    [ -x $cmake ] && return
    cmake=cmake
    apt cmake || fail "cmake is needed to compile HiGHS and could not be installed. Any of these helps: python3 with pip and a way to PyPI; apt-get install cmake; brew install cmake; conda install cmake"
}

find_libclang() {
    libclang=
    system_libclang && return
    libclang=$tools/py/clang/native
    [ -d $libclang ] || pip $pip_libclang || true
    [ -d $libclang ] && return
    libclang=
    apt libclang-dev || fail "libclang is needed to read the C header of HiGHS and could not be installed. Any of these helps: python3 with pip and a way to PyPI; apt-get install libclang-dev; brew install llvm; LIBCLANG_PATH=<folder that holds libclang.so>"
}

find_pkg_config() {
    pkg_config=
    have pkg-config && return
    pkg_config=$tools/py/pkgconf/.bin/pkgconf
    [ -x $pkg_config ] || pip $pip_pkgconf || true
    [ -x $pkg_config ] && return
    pkg_config=
    apt pkg-config || fail "pkg-config is needed to find HiGHS and could not be installed. Any of these helps: python3 with pip and a way to PyPI; apt-get install pkg-config; brew install pkgconf"
}

own_highs() {
    PKG_CONFIG_LIBDIR=$tools/highs/lib/pkgconfig "${pkg_config:-pkg-config}" --exists "highs = $highs_wanted" 2>/dev/null
}

system_highs() {
    [ ! -d $tools/highs ] && "${pkg_config:-pkg-config}" --exists "highs >= $highs_wanted" "highs < 2" 2>/dev/null
}

# Compiles HiGHS from the source that cargo fetched with highs-sys, as highs-sys would, but once for all profiles.
build_highs() {
    find_compiler
    find_cmake
    source=$(cargo metadata --locked --format-version 1 | tr ',{}' '\n\n\n' \
        | sed -n 's/^"manifest_path":"\(.*highs-sys-[0-9.]*\).Cargo.toml"$/\1/p' | head -n 1)
    [ -f "$source/HiGHS/CMakeLists.txt" ] || fail "the source of HiGHS is not where cargo should have put it: '$source'"
    cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    say "compiling HiGHS on $cores cores, once: some minutes"
    rm -rf $tools/highs $tools/build $tools/installed
    quietly "$cmake" -S "$source/HiGHS" -B $tools/build -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$PWD/$tools/installed" \
        -DCMAKE_INSTALL_LIBDIR=lib -DFAST_BUILD=ON -DBUILD_SHARED_LIBS=OFF -DBUILD_CXX_EXE=OFF -DBUILD_EXAMPLES=OFF \
        -DBUILD_TESTING=OFF -DZLIB=OFF -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=FALSE
    quietly "$cmake" --build $tools/build --target install --parallel "$cores"
    # Found from its own place, so that the checkout may be moved; a static C++ library needs the C++ runtime named.
    case $(uname -s) in Darwin) runtime=-lc++ ;; *) runtime="-lstdc++ -lpthread" ;; esac
    description=$tools/installed/lib/pkgconfig/highs.pc
    # shellcheck disable=SC2016 # The dollar signs are pkg-config's.
    sed -e 's|^prefix=.*|prefix=${pcfiledir}/../..|' -e 's|^libdir=.*|libdir=${prefix}/lib|' \
        -e 's|^includedir=.*|includedir=${prefix}/include/highs|' -e "s|^Libs:.*|Libs: -L\${libdir} -lhighs $runtime|" \
        $description >$description.new
    mv $description.new $description
    mv $tools/installed $tools/highs # Only now: an interrupted run leaves nothing half done.
    rm -rf $tools/build
}

# One line of cargo's [env] for a path inside the checkout; cargo makes it absolute.
setting() { [ -z "$2" ] || printf '%s = { value = "%s", relative = true, force = true }\n' "$1" "$2"; }

write_config() {
    mkdir -p .cargo
    {
        printf '%s\n[env]\n' "$mark"
        [ ! -d $tools/highs ] || setting PKG_CONFIG_PATH $tools/highs/lib/pkgconfig
        setting PKG_CONFIG "$pkg_config"
        setting LIBCLANG_PATH "$libclang"
    } >$config.new
    mv $config.new $config
}

if [ -f $config ] && ! grep -qF "$mark" $config; then
    grep -q PKG_CONFIG_PATH $config || fail "$config is yours, so it stays as it is. Name HiGHS $highs_wanted in it (PKG_CONFIG_PATH under [env]) or move it away."
    exit 0
fi
[ -f $tools/stamp ] && [ -f $config ] && [ "$(cat $tools/stamp)" = "$(stamp)" ] && exit 0

mkdir -p $tools
check_rust
say "fetching the crates"
cargo fetch --locked --quiet
find_pkg_config
find_libclang
if own_highs; then
    say "HiGHS is compiled already"
elif system_highs; then
    say "using the HiGHS of this machine"
else
    build_highs
fi
write_config
stamp >$tools/stamp
say "done; cargo build, test and run work from here on"
