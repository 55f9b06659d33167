"""The plot of how long a good answer takes against the size of the school, as a picture without any library."""
import math

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 420, 70, 50, 30, 20
POWER = 1.5


def exponent(points):
    """The power of the size that time grows with: least squares through the logarithms."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    x, y = (sum(log[axis] for log in logs) / len(logs) for axis in (0, 1))
    spread = sum((log[0] - x) ** 2 for log in logs)
    return sum((log[0] - x) * (log[1] - y) for log in logs) / spread if spread else float("nan")


def svg(points):
    """The picture of `(teachers, seconds)`, both axes logarithmic, with the line of teachers^1.5 through the smallest school's mean."""
    sizes = sorted({size for size, _ in points})
    first = [math.log(seconds) for size, seconds in points if size == sizes[0]]
    start = math.exp(sum(first) / len(first))
    line = [(size, start * (size / sizes[0]) ** POWER) for size in sizes]
    times = [seconds for _, seconds in points + line]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)) + 1e-9)
    left, right = math.log(sizes[0] / 1.3), math.log(sizes[-1] * 1.3)

    def x(size):
        return LEFT + (math.log(size) - left) / (right - left) * (WIDTH - LEFT - RIGHT)

    def y(seconds):
        return HEIGHT - BOTTOM - (math.log10(seconds) - low) / max(high - low, 1) * (HEIGHT - BOTTOM - TOP)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for power in range(low, high + 1):
        at = y(10.0 ** power)
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/><text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0 ** power:g}</text>')
    for size in sizes:
        out.append(f'<path d="M{x(size):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/><text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{size}</text>')
    path = " ".join(f"{x(size):.1f},{y(seconds):.1f}" for size, seconds in line)
    out.append(f'<polyline points="{path}" fill="none" stroke="#c60" stroke-dasharray="6 4"/>')
    out += [f'<circle cx="{x(size):.1f}" cy="{y(seconds):.1f}" r="4" fill="#06c" fill-opacity="0.6"/>' for size, seconds in points]
    out += [f'<text x="{WIDTH / 2}" y="{HEIGHT - 10}" text-anchor="middle">teachers</text>',
            f'<text x="{LEFT}" y="{TOP - 12}">seconds until within 10 % of the final cost; dashed: teachers^{POWER}</text>', "</svg>"]
    return "\n".join(out) + "\n"
