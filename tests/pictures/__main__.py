"""Take the compared pictures anew: `make pictures`."""

from tests.pictures import renew

for name in renew():
    print(name)
